/// How words are set and painted, without the words: a style to give to several texts.
public struct TextStyle: Sendable, TypesetLetters {
  public var letters = LetterLook()
  package var family = "Inter"
  package var fallbacks: [String] = []
  package var size: Measure = 64
  package var weight = FontWeight.regular
  package var isItalic = false
  package var width = 100.0
  package var axes: [FontAxis] = []
  package var features: [FontFeature] = []
  package var letterCase = LetterCase.asWritten
  package var language = ""
  package var alignment = TextAlignment.center
  package var lineHeight = 1.0
  package var tracking = 0.0
  package var maxWidth: Measure?
  package var maxHeight: Measure?
  package var maxLines: Int?

  /// White Inter of 64 pixels.
  public init() {}

  init(letters: LetterLook) { self.letters = letters }

  /// Makes shares of a space pixels.
  mutating func measure(in space: Size) {
    size = .pixels(size.height(in: space))
    maxWidth = maxWidth.map { .pixels($0.width(in: space)) }
    maxHeight = maxHeight.map { .pixels($0.height(in: space)) }
    letters.measure(in: space)
  }

  public var type: TextStyle {
    get { self }
    set { self = newValue }
  }
}

/// How letters are written, whatever was typed.
public enum LetterCase: Hashable, Sendable {
  /// As they were typed.
  case asWritten
  /// In capitals.
  case upper
  /// In small letters.
  case lower
  /// Every word begins with a capital.
  case title

  package func applied(to text: String) -> String {
    switch self {
    case .asWritten: return text
    case .upper: return text.uppercased()
    case .lower: return text.lowercased()
    case .title:
      var isInside = false
      return text.reduce(into: "") { result, character in
        result += isInside || !character.isLetter ? String(character) : character.uppercased()
        isInside = character.isLetter || (isInside && "'’".contains(character))
      }
    }
  }
}

/// How heavy type is: 100 to 900; a bare number works.
public struct FontWeight: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// 1 to 1000; 400 is regular, 700 bold.
  public var value: Int

  /// Any weight between the named ones, such as 640.
  public init(integerLiteral value: Int) { self.value = value }

  /// 100.
  public static let thin: FontWeight = 100
  /// 200.
  public static let extraLight: FontWeight = 200
  /// 300.
  public static let light: FontWeight = 300
  /// 400, unless told otherwise.
  public static let regular: FontWeight = 400
  /// 500.
  public static let medium: FontWeight = 500
  /// 600.
  public static let semibold: FontWeight = 600
  /// 700.
  public static let bold: FontWeight = 700
  /// 800.
  public static let extraBold: FontWeight = 800
  /// 900, the heaviest that most families have.
  public static let black: FontWeight = 900
  /// From an expression: `.weight(300 + 100 * index)`.
  public static func weight(_ value: Int) -> FontWeight { FontWeight(integerLiteral: value) }
}
