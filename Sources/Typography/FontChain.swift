import Primitives

/// The fonts that may show a text, in the order they are asked. A fallback's file is read when a
/// character needs it.
struct FontChain {
  let primary: LoadedFont
  private let choices: [FontChoice]
  /// Its place among the choices: what emoji fall back to.
  private let emoji: Int?
  private let load: (FontChoice) throws(Problem) -> LoadedFont

  init(
    _ choices: [FontChoice], emoji: FontChoice?, load: @escaping (FontChoice) throws(Problem) -> LoadedFont
  ) throws(Problem) {
    let known = emoji.flatMap { choices.firstIndex(of: $0) }
    self.choices = known == nil && emoji != nil ? choices + [emoji].compactMap(\.self) : choices
    self.emoji = known ?? (emoji == nil ? nil : choices.count)
    asked = choices.count
    self.load = load
    primary = try load(choices[0])
  }

  /// How many of them the author asked for; what is behind them shows emoji only.
  private let asked: Int

  /// The families that the author asked for.
  var families: [String] { choices[..<asked].map(\.face.family) }

  func font(_ index: Int) throws(Problem) -> LoadedFont { index == 0 ? primary : try load(choices[index]) }

  /// Which fonts are asked for a character, in turn.
  ///
  /// The author's come first, in their order. An emoji that none of them has falls back to the bundle's;
  /// one that asks for colors, by U+FE0F or as a keycap, is shown by a font with colors if there is one.
  func order(for character: String.UnicodeScalarView) -> [Int] {
    let askedFor = Array(0..<asked)
    switch EmojiStyle(character) {
    case .none: return askedFor
    case .maybe: return askedFor + behind
    case .colored:
      let all = askedFor + behind
      return all.filter { choices[$0].face.isColored } + all.filter { !choices[$0].face.isColored }
    }
  }

  private var behind: [Int] { emoji.map { $0 < asked ? [] : [$0] } ?? [] }
}

/// Whether a character is an emoji.
private enum EmojiStyle {
  case none
  /// Shown in colors unless the font has another idea.
  case maybe
  /// Told to be in colors.
  case colored

  init(_ character: String.UnicodeScalarView) {
    var style = Self.none
    for scalar in character {
      switch scalar.value {
      case 0xFE0E:
        self = .none
        return
      // Digits are emoji too, but only on keys; the signs of Latin-1 only when they are told to be.
      case 0x20E3: style = .colored
      case 0xFE0F where character.first.map { $0.value > 0x7F && $0.properties.isEmoji } == true:
        style = .colored
      case 0x100... where scalar.properties.isEmoji && style == .none: style = .maybe
      default: break
      }
    }
    self = style
  }
}
