/// Whatever has words to set: texts, caption styles, and styles on their own.
public protocol TypesetLetters: PaintedLetters {
  /// All that was said of its setting, as a style of its own.
  var type: TextStyle { get set }
}

extension TypesetLetters {
  public var letters: LetterLook {
    get { type.letters }
    set { type.letters = newValue }
  }

  /// All of a style at once; what is said after it adds to it.
  public func typeset(as style: TextStyle) -> Self { set { $0 = style } }

  /// A family of the project's `fonts` folder or of the bundle, as large as it was.
  public func font(_ family: String, weight: FontWeight? = nil, italic: Bool? = nil) -> Self {
    set {
      $0.family = family
      $0.weight = weight ?? $0.weight
      $0.isItalic = italic ?? $0.isItalic
    }
  }

  /// A family of the project's `fonts` folder or of the bundle, and how large: pixels to the em.
  public func font(
    _ family: String, size: some MeasureValue, weight: FontWeight? = nil, italic: Bool? = nil
  ) -> Self {
    font(family, weight: weight, italic: italic).size(size)
  }

  /// Families to ask in turn for characters that the font doesn't have.
  public func fallingBack(to families: String...) -> Self { set { $0.fallbacks = families } }

  /// How large the type is: pixels to the em.
  public func size(_ size: some MeasureValue) -> Self { set { $0.size = size.measure } }

  /// So many times as large as it was.
  public func sized(by factor: Double) -> Self { set { $0.size = $0.size * factor } }

  /// How heavy the type is: 400 is regular, 700 bold.
  public func weight(_ weight: FontWeight) -> Self { set { $0.weight = weight } }
  /// Slanted, where the family has that.
  public func italic(_ isItalic: Bool = true) -> Self { set { $0.isItalic = isItalic } }
  /// Condensed or wide, in hundredths of the normal width, as far as the family has it.
  public func fontWidth(_ hundredths: Double) -> Self { set { $0.width = hundredths } }
  /// Where a variable font stands on an axis of its own, such as `opsz`.
  public func axis(_ tag: String, _ value: Double) -> Self { set { $0.axes.append(FontAxis(tag, value)) } }
  /// Sets an OpenType feature, such as `smcp` for small capitals; 0 turns one off.
  public func feature(_ tag: String, _ value: Int = 1) -> Self {
    set { $0.features.append(FontFeature(tag, value)) }
  }
  /// In capitals, or otherwise, whatever was typed.
  public func letterCase(_ letterCase: LetterCase) -> Self { set { $0.letterCase = letterCase } }
  /// What the words are written in, as a tag such as `ja` or `tr`: some letters and line breaks depend on
  /// it.
  public func language(_ tag: String) -> Self { set { $0.language = tag } }
  /// Where short lines stand in a block of several.
  public func aligned(_ alignment: TextAlignment) -> Self { set { $0.alignment = alignment } }
  /// Distance of baselines, as a multiple of what the font asks for.
  public func lineHeight(_ multiple: Double) -> Self { set { $0.lineHeight = multiple } }
  /// Added after every character, in hundredths of the size.
  public func tracking(_ hundredths: Double) -> Self { set { $0.tracking = hundredths } }

  /// Breaks lines at a width, and makes the type smaller until it fits a height and a number of lines: bare
  /// numbers are pixels, `.percent(80)` is of the parent.
  public func fitting(
    width: some MeasureValue, height: some MeasureValue, lines: Int? = nil
  ) -> Self {
    fitting(width.measure, height.measure, lines)
  }

  /// Breaks lines at a width, and makes the type smaller until it fits a number of lines.
  public func fitting(width: some MeasureValue, lines: Int? = nil) -> Self {
    fitting(width.measure, nil, lines)
  }

  /// Makes the type smaller until it fits a height and a number of lines.
  public func fitting(height: some MeasureValue, lines: Int? = nil) -> Self {
    fitting(nil, height.measure, lines)
  }

  /// Makes the type smaller until it fits a number of lines, as wide as its parent.
  public func fitting(lines: Int) -> Self { fitting(nil, nil, lines) }

  private func fitting(_ width: Measure?, _ height: Measure?, _ lines: Int?) -> Self {
    set {
      $0.maxWidth = width ?? $0.maxWidth
      $0.maxHeight = height ?? $0.maxHeight
      $0.maxLines = lines ?? $0.maxLines
    }
  }

  private func set(_ edit: (inout TextStyle) -> Void) -> Self {
    var copy = self
    edit(&copy.type)
    return copy
  }
}
