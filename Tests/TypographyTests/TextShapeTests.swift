import Primitives
import Testing
import Typography

@Suite("Set text")
struct TextShapeTests {
  let library: FontLibrary

  init() throws { library = try Bundle.library() }

  @Test("is the same picture at every size", arguments: ["Inter", "EB Garamond", "Dancing Script"])
  func scales(family: String) throws {
    let small = try library.layOut(words("Wavy Type", in: family, size: 64))
    let large = try library.layOut(words("Wavy Type", in: family, size: 256))
    #expect(abs(large.size.width - 4 * small.size.width) < 0.01)
    #expect(abs(large.size.height - 4 * small.size.height) < 0.01)
    #expect(large.lines[0].runs[0].glyphs.map(\.id) == small.lines[0].runs[0].glyphs.map(\.id))
  }

  @Test("is kerned", arguments: ["Inter", "EB Garamond", "Bebas Neue", "League Spartan"])
  func kerns(family: String) throws {
    let apart = try library.width(words("A", in: family)) + library.width(words("V", in: family))
    #expect(try library.width(words("AV", in: family)) < apart - 1)
  }

  @Test("has the weight it was asked for")
  func weights() throws {
    let widths = try [100, 400, 900].map { try library.width(words("Hamburg", weight: $0)) }
    #expect(Set(widths).count == 3)
    let keys = try [1, 100, 250, 1000].map { weight in
      try library.layOut(words("a", weight: weight)).lines[0].runs[0].font.axes.first?.value
    }
    #expect(keys == [100, 100, 250, 900])
    let black = try library.layOut(words("a", in: "jetbrains-mono", weight: 900))
    let bold = try library.layOut(words("a", in: "JETBRAINSMONO", weight: 700))
    #expect(black == bold)
    let regular = try library.layOut(words("a", in: "jetbrains-mono", weight: 500))
    #expect(regular != bold)
  }

  @Test("joins letters unless they are spaced")
  func ligatures() throws {
    let joined = try library.layOut(words("office", in: "League Spartan"))
    #expect(joined.lines[0].runs[0].glyphs.map(\.cluster) == [0, 1, 4, 5])
    let spaced = try library.layOut(words("office", in: "League Spartan") { $0.letterSpacing = 10 })
    #expect(spaced.lines[0].runs[0].glyphs.map(\.cluster) == [0, 1, 2, 3, 4, 5])
    let dots = try library.layOut(words("fi i", in: "EB Garamond") { $0.letterSpacing = 10 })
    #expect(dots.lines[0].runs[0].glyphs[1].id == dots.lines[0].runs[0].glyphs[3].id)
    let closed = try library.width(words("HHH"))
    #expect(try library.width(words("HHH") { $0.letterSpacing = 10 }) == closed + 20)
  }

  @Test("has an italic where the family has one, and never a false one")
  func italics() throws {
    let upright = try library.layOut(words("fox", in: "EB Garamond"))
    let italic = try library.layOut(words("fox", in: "EB Garamond", italic: true))
    #expect(upright.lines[0].runs[0].font.file != italic.lines[0].runs[0].font.file)
    let problem = library.problem(words("fox", in: "bebas neue", italic: true))
    #expect(problem?.message == "the font \"Bebas Neue\" has no italic")
    #expect(problem?.hints.last == "families that have one: EB Garamond, Inter, JetBrains Mono")
  }

  @Test(
    "reads from the right what is told to",
    arguments: [
      ("\u{202E}abc\u{202C} d", "cba d"),  // an override in a line from the left
      ("\u{200F}one \u{202E}abc\u{202C}", "cba one"),  // a mark makes the line one from the right
      ("a\u{202E}(b)\u{202C}", "a)b("),
    ])
  func bidirectional(text: String, expected: String) throws {
    #expect(try library.layOut(words(text)).visible == [expected])
  }

  @Test("stands right in a paragraph from the right")
  func leadingIsRight() throws {
    let block = try library.layOut(words("\u{200F}abc\nlonger line") { $0.alignment = .leading })
    #expect(block.lines[0].left == block.size.width - block.lines[0].width)
    #expect(block.lines[1].left == 0)
  }

  @Test(
    "shows nothing for what has no shape",
    arguments: [
      "a\u{200B}b", "a\u{2060}b", "a\u{0}b", "a\u{7}b", "a\u{AD}b", "a\u{FE0F}b", "\u{FEFF}ab",
      "a\u{3164}b", "a\u{1D173}b",
    ])
  func invisible(text: String) throws {
    #expect(try library.width(words(text)) == library.width(words("ab")))
    #expect(try library.layOut(words("a\tb")).size == library.layOut(words("a b")).size)
  }

  @Test("gives accents their letters, composed or not")
  func accents() throws {
    #expect(try library.width(words("Zoë")) == library.width(words("Zoe\u{308}")))
  }
}
