/// Whatever has words to set: texts, caption styles, and styles on their own.
public protocol TypesetLetters: PaintedLetters {
  var type: TextStyle { get set }
}

extension TypesetLetters {
  public var letters: LetterLook {
    get { type.letters }
    set { type.letters = newValue }
  }

  /// All of a style at once; what is said after it adds to it.
  public func typeset(as style: TextStyle) -> Self { set { $0 = style } }

  /// A family of the project's `fonts` folder or of the bundle, and how large: pixels to the em.
  public func font(
    _ family: String, size: Measure? = nil, weight: FontWeight? = nil, italic: Bool? = nil
  ) -> Self {
    set {
      $0.family = family
      $0.size = size ?? $0.size
      $0.weight = weight ?? $0.weight
      $0.isItalic = italic ?? $0.isItalic
    }
  }

  @_disfavoredOverload
  public func font(
    _ family: String, size: Double, weight: FontWeight? = nil, italic: Bool? = nil
  ) -> Self {
    font(family, size: .pixels(size), weight: weight, italic: italic)
  }

  /// Families to ask in turn for characters that the font doesn't have.
  public func fallingBack(to families: String...) -> Self { set { $0.fallbacks = families } }

  public func size(_ size: Measure) -> Self { set { $0.size = size } }
  @_disfavoredOverload
  public func size(_ pixels: Double) -> Self { size(.pixels(pixels)) }

  public func weight(_ weight: FontWeight) -> Self { set { $0.weight = weight } }
  public func italic(_ isItalic: Bool = true) -> Self { set { $0.isItalic = isItalic } }
  /// Condensed or wide, in hundredths of the normal width, as far as the family has it.
  public func fontWidth(_ hundredths: Double) -> Self { set { $0.width = hundredths } }
  /// Where a variable font stands on an axis of its own, such as `opsz`.
  public func axis(_ tag: String, _ value: Double) -> Self { set { $0.axes.append(FontAxis(tag, value)) } }
  /// Sets an OpenType feature, such as `smcp` for small capitals; 0 turns one off.
  public func feature(_ tag: String, _ value: Int = 1) -> Self {
    set { $0.features.append(FontFeature(tag, value)) }
  }
  public func letterCase(_ letterCase: LetterCase) -> Self { set { $0.letterCase = letterCase } }
  /// What the words are written in, as a tag such as `ja` or `tr`: some letters and line breaks depend on
  /// it.
  public func language(_ tag: String) -> Self { set { $0.language = tag } }
  public func aligned(_ alignment: TextAlignment) -> Self { set { $0.alignment = alignment } }
  /// Distance of baselines, as a multiple of what the font asks for.
  public func lineHeight(_ multiple: Double) -> Self { set { $0.lineHeight = multiple } }
  /// Added after every character, in hundredths of the size.
  public func tracking(_ hundredths: Double) -> Self { set { $0.tracking = hundredths } }

  /// Breaks lines at a share of the parent's width, and makes the type smaller until it fits a
  /// share of its height and a number of lines.
  public func fitting(width: Double? = nil, height: Double? = nil, lines: Int? = nil) -> Self {
    fitting(
      width: width.map { .percent($0 * 100) }, height: height.map { .percent($0 * 100) }, lines: lines)
  }

  /// The same with lengths of any unit.
  @_disfavoredOverload
  public func fitting(width: Measure? = nil, height: Measure? = nil, lines: Int? = nil) -> Self {
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
