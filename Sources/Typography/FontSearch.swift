import Primitives

/// Finds which font of a chain shows each character of a paragraph.
///
/// A character (grapheme cluster) is never divided between fonts. It is shown by the first font that has
/// all of it once it is shaped, so that a font may compose or take apart what it doesn't have as it is
/// written.
struct FontSearch {
  private let paragraph: Paragraph
  private let fonts: FontChain
  private let style: ShapingStyle
  /// Which font shows each unit.
  private var choice: [Int]
  /// The fonts not asked yet for a character, by where it begins; of those not in here, one was.
  private var rest: [Int: ArraySlice<Int>] = [:]

  init(_ paragraph: Paragraph, fonts: FontChain, style: ShapingStyle) {
    self.paragraph = paragraph
    self.fonts = fonts
    self.style = style
    choice = [Int](repeating: 0, count: paragraph.units.count)
    // What is told to be in colors isn't asked of the first font first.
    if paragraph.units.contains(where: { $0 == 0xFE0F || $0 == 0x20E3 }) {
      for character in paragraph.characters { _ = show(character, byFirstOf: order(for: character)) }
    }
  }

  /// The paragraph in the fonts that have it, and the characters that none has.
  mutating func search() throws(Problem) -> (ShapedParagraph, missing: [Unicode.Scalar]) {
    while true {
      let runs = paragraph.runs(shownBy: choice)
      let shaped = try ShapedParagraph(paragraph, runs: runs, fonts: fonts, style: style)
      let unshown = characters(in: shaped.unshown)
      var hasChanged = false
      for character in unshown {
        let next = rest[character.lowerBound] ?? order(for: character).dropFirst()
        if show(character, byFirstOf: next) { hasChanged = true }
      }
      if hasChanged { continue }
      var missing: [Unicode.Scalar] = []
      for character in unshown { missing += try lacking(in: character) }
      return (shaped, missing)
    }
  }

  /// The characters that have something in some stretches of the text.
  private func characters(in stretches: [Range<Int>]) -> [Range<Int>] {
    if stretches.isEmpty { return [] }
    var isMarked = [Bool](repeating: false, count: paragraph.units.count)
    for stretch in stretches { for unit in stretch { isMarked[unit] = true } }
    return paragraph.characters.filter { isMarked[$0].contains(true) }
  }

  private func order(for character: Range<Int>) -> ArraySlice<Int> {
    fonts.order(for: paragraph.scalars(of: character))[...]
  }

  /// Whether there is a font left to show it.
  private mutating func show(_ character: Range<Int>, byFirstOf order: ArraySlice<Int>) -> Bool {
    guard let font = order.first else { return false }
    for unit in character { choice[unit] = font }
    rest[character.lowerBound] = order.dropFirst()
    return true
  }

  /// What no font has of a character, or all of it if every part is in one but nowhere the whole.
  private func lacking(in character: Range<Int>) throws(Problem) -> [Unicode.Scalar] {
    let scalars = paragraph.scalars(of: character).filter { !$0.properties.isDefaultIgnorableCodePoint }
    var lacking = Array(scalars)
    for index in order(for: character) {
      let font = try fonts.font(index).shaping
      lacking = lacking.filter { !font.hasGlyph(for: $0) }
    }
    return lacking.isEmpty ? Array(scalars) : lacking
  }
}
