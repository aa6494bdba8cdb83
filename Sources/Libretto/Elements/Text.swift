/// Words on stage, in the middle unless placed elsewhere.
public struct Text: LayerElement {
  public var layer: Layer

  public init(_ text: String, file: String = #filePath, line: Int = #line) {
    layer = Layer(.text(TextElement(text: text)), file: file, line: line)
  }

  /// A family of the project's `fonts` folder or of the bundle, and how large: pixels to the em.
  public func font(
    _ family: String, size: Measure? = nil, weight: FontWeight? = nil, italic: Bool? = nil
  ) -> Text {
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
  ) -> Text {
    font(family, size: .pixels(size), weight: weight, italic: italic)
  }

  public func weight(_ weight: FontWeight) -> Text { set { $0.weight = weight } }
  public func italic(_ isItalic: Bool = true) -> Text { set { $0.isItalic = isItalic } }
  public func color(_ color: Color) -> Text { fill(.color(color)) }
  public func fill(_ paint: Paint) -> Text { set { $0.paint = paint } }
  public func aligned(_ alignment: TextAlignment) -> Text { set { $0.alignment = alignment } }
  /// Distance of baselines, as a multiple of what the font asks for.
  public func lineHeight(_ multiple: Double) -> Text { set { $0.lineHeight = multiple } }
  /// Added after every character, in hundredths of the size.
  public func tracking(_ hundredths: Double) -> Text { set { $0.tracking = hundredths } }

  /// Breaks lines at a share of the parent's width, and makes the type smaller until it fits a
  /// share of its height and a number of lines.
  public func fitting(width: Double? = nil, height: Double? = nil, lines: Int? = nil) -> Text {
    set {
      $0.maxWidth = width.map { .percent($0 * 100) } ?? $0.maxWidth
      $0.maxHeight = height.map { .percent($0 * 100) } ?? $0.maxHeight
      $0.maxLines = lines ?? $0.maxLines
    }
  }

  /// The same with lengths of any unit.
  @_disfavoredOverload
  public func fitting(width: Measure? = nil, height: Measure? = nil, lines: Int? = nil) -> Text {
    set {
      $0.maxWidth = width ?? $0.maxWidth
      $0.maxHeight = height ?? $0.maxHeight
      $0.maxLines = lines ?? $0.maxLines
    }
  }

  private func set(_ edit: (inout TextElement) -> Void) -> Text {
    with {
      guard case .text(var element) = $0.content else { return }
      edit(&element)
      $0.content = .text(element)
    }
  }
}

/// How heavy type is: 100 to 900; a bare number works.
public struct FontWeight: Hashable, Sendable, ExpressibleByIntegerLiteral {
  public var value: Int

  public init(integerLiteral value: Int) { self.value = value }

  public static let thin: FontWeight = 100
  public static let extraLight: FontWeight = 200
  public static let light: FontWeight = 300
  public static let regular: FontWeight = 400
  public static let medium: FontWeight = 500
  public static let semibold: FontWeight = 600
  public static let bold: FontWeight = 700
  public static let extraBold: FontWeight = 800
  public static let black: FontWeight = 900
  public static func weight(_ value: Int) -> FontWeight { FontWeight(integerLiteral: value) }
}

/// Words with what was asked of their setting.
package struct TextElement: Sendable {
  package var text: String
  package var family = "Inter"
  package var size: Measure = 64
  package var weight = FontWeight.regular
  package var isItalic = false
  package var paint = Paint.color(.white)
  package var alignment = TextAlignment.center
  package var lineHeight = 1.0
  package var tracking = 0.0
  package var maxWidth: Measure?
  package var maxHeight: Measure?
  package var maxLines: Int?

  package init(text: String) { self.text = text }
}
