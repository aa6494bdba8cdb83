import Primitives
import Testing
import Typography

@Suite("Lines of text")
struct LineTests {
  let library: FontLibrary

  init() throws { library = try Bundle.library() }

  @Test(
    "end where the text says",
    arguments: [
      ("", 1), ("a", 1), ("a\nb", 2), ("a\r\nb", 2), ("a\u{2028}b", 2), ("a\r\rb", 3), ("\n", 2),
      ("a\n\n", 3),
    ])
  func lineEnds(text: String, count: Int) throws {
    let one = try library.layOut(words("a"))
    let block = try library.layOut(words(text))
    #expect(block.lines.count == count)
    #expect(abs(block.size.height - Double(count) * one.size.height) < 0.01)
  }

  @Test("of no text are one line high and have no width")
  func empty() throws {
    let block = try library.layOut(words(""))
    #expect(block.size.width == 0)
    #expect(block.size.height > 100)
    #expect(block.lines.flatMap(\.runs).isEmpty)
    #expect(try library.layOut(words("   ")).size == block.size)
  }

  @Test("know what they show, in units of the whole text")
  func clusters() throws {
    let block = try library.layOut(words("one 🎵\nétwo ", in: "Inter").replacing("🎵", "é"))
    #expect(block.visible == ["one é", "étwo"])
    #expect(block.lines[1].runs[0].glyphs.map(\.cluster) == [6, 7, 8, 9])
  }

  @Test("stand where the alignment says", arguments: [TextAlignment.leading, .center, .trailing])
  func alignment(_ alignment: TextAlignment) throws {
    let block = try library.layOut(words("a long line  \nshort") { $0.alignment = alignment })
    let empty = block.size.width - block.lines[1].width
    let expected =
      switch alignment {
      case .leading: 0.0
      case .center: empty / 2
      case .trailing: empty
      }
    #expect(block.lines[0].left == 0)
    #expect(abs(block.lines[1].left - expected) < 0.01)
    #expect(block.lines[1].runs[0].glyphs[0].origin.x == block.lines[1].left)
  }

  @Test("are as far apart as asked", arguments: [0.8, 1.0, 1.5])
  func lineHeight(multiple: Double) throws {
    let block = try library.layOut(words("a\nb", in: "Bebas Neue") { $0.lineHeight = multiple })
    #expect(abs(block.lines[1].baseline - block.lines[0].baseline - 100 * multiple) < 0.01)
    #expect(abs(block.lines[0].baseline - (100 * multiple - 100) / 2 - 75) < 0.01)
  }

  @Test("are even, so that no word is left alone")
  func balance() throws {
    let text = "the quick brown fox jumps over the lazy dog and"
    let whole = try library.width(words(text))
    let block = try library.layOut(words(text) { $0.maxWidth = whole * 0.95 })
    #expect(block.visible == ["the quick brown fox jumps", "over the lazy dog and"])
  }

  @Test("fit the width that a block was told to have", arguments: ["Inter", "Dancing Script"])
  func ownWidth(family: String) throws {
    let free = try library.layOut(words("Hold me now", in: family, size: 77))
    let bound = try library.layOut(
      words("Hold me now", in: family, size: 77) { $0.maxWidth = free.size.width })
    #expect(bound == free)
  }

  @Test("are broken between words, but words only when nothing else helps")
  func longWords() throws {
    let word = try library.width(words("Heart-shaped"))
    let hyphen = try library.layOut(words("Heart-shaped") { $0.maxWidth = word * 0.8 })
    #expect(hyphen.visible == ["Heart-", "shaped"])
    let smaller = try library.layOut(words("Strength") { $0.maxWidth = library.half("Strength") })
    #expect(smaller.visible == ["Strength"])
    #expect(smaller.lines[0].runs[0].size == 50)
    let endless = String(repeating: "la", count: 60)
    let broken = try library.layOut(words(endless) { $0.maxWidth = 400 })
    #expect(broken.visible.joined() == endless)
    #expect(broken.lines.allSatisfy { $0.width <= 400 })
    #expect(broken.lines[0].runs[0].size == 100)
  }

  @Test("become smaller until there are few enough")
  func fewLines() throws {
    let text = "words and words and words and words"
    let free = try library.layOut(words(text) { $0.maxWidth = 600 })
    let block = try library.layOut(words(text) { ($0.maxWidth, $0.maxLines) = (600, 2) })
    #expect(free.lines.count > 2)
    #expect(block.lines.count == 2)
    let size = block.lines[0].runs[0].size
    #expect(size < 100 && size * 64 / 100 == (size * 64 / 100).rounded())
    let larger = words(text, size: size + 100.0 / 64) { $0.maxWidth = 600 }
    #expect(try library.layOut(larger).lines.count > 2)
    let low = try library.layOut(words("a\nb") { $0.maxHeight = 100 })
    #expect(low.size.height <= 100 && low.size.height > 96)
  }

  @Test("are a problem when even an eighth of the size is too large")
  func noFit() throws {
    let problem = library.problem(words("one\ntwo\nthree") { ($0.maxWidth, $0.maxLines) = (300, 2) })
    #expect(problem?.message == "the text \"one two three\" doesn't fit, even at an eighth of its size")
    #expect(problem?.hints.first == "the text has 3 lines of its own")
    #expect(problem?.hints.dropFirst().first == "the limits: 300 pixels wide, 2 lines")
    #expect(library.problem(words("W") { $0.maxWidth = 5 }) != nil)
  }
}

extension TextRequest {
  func replacing(_ old: Character, _ new: Character) -> TextRequest {
    var request = self
    request.text = String(text.map { $0 == old ? new : $0 })
    return request
  }
}

extension FontLibrary {
  /// Half the width of a text.
  func half(_ text: String) -> Double { ((try? width(words(text))) ?? 0) / 2 }
}
