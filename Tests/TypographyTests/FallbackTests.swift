import Primitives
import Testing
import Typography

@Suite("A fallback font")
struct FallbackTests {
  let library: FontLibrary

  init() throws { library = try Bundle.shared.get() }

  /// Which family shows each character of the first line, from left to right.
  private func families(_ block: TextBlock, _ names: [String]) throws -> [String] {
    let probes = ["Noto Color Emoji": "🎸", "Noto Sans JP": "日"]
    let keys = try names.map { name in
      try library.layOut(words(probes[name] ?? "a", in: name)).lines[0].runs[0].font
    }
    return block.lines[0].runs.flatMap { run in
      [String](repeating: keys.firstIndex(of: run.font).map { names[$0] } ?? "?", count: run.glyphs.count)
    }
  }

  @Test(
    "shows what the fonts before it don't have, and nothing else",
    arguments: [
      ("a日b", ["Inter", "Noto Sans JP", "Inter"]),
      ("日 本", ["Noto Sans JP", "Inter", "Noto Sans JP"]),
      ("(日)", ["Inter", "Noto Sans JP", "Inter"]),
      ("🎸a", ["Noto Color Emoji", "Inter"]),
      ("x👨‍👩‍👧x", ["Inter", "Noto Color Emoji", "Inter"]),
      ("1", ["Inter"]), ("1️⃣", ["Noto Color Emoji"]), ("☎\u{FE0F}", ["Noto Color Emoji"]),
      ("a\u{FE0F}", ["Inter"]),
    ])
  func shows(text: String, expected: [String]) throws {
    let block = try library.layOut(words(text) { $0.font.fallbacks = ["Noto Sans JP"] })
    #expect(try families(block, ["Inter", "Noto Sans JP", "Noto Color Emoji"]) == expected)
    #expect(block.lines[0].clusters.map(\.units).reduce(0) { $0 + $1.count } == text.utf16.count)
  }

  @Test("is asked in the order of the names")
  func order() throws {
    let one = try library.layOut(words("漢") { $0.font.fallbacks = ["Noto Sans JP", "Noto Sans SC"] })
    let other = try library.layOut(words("漢") { $0.font.fallbacks = ["Noto Sans SC", "Noto Sans JP"] })
    #expect(one.lines[0].runs[0].font != other.lines[0].runs[0].font)
  }

  @Test("takes a character with all its marks")
  func marks() throws {
    let block = try library.layOut(
      words("x\u{5D0}\u{5B8}", in: "Bebas Neue") { $0.font.fallbacks = ["Noto Sans Hebrew"] })
    #expect(block.lines[0].runs.map(\.glyphs.count) == [1, 2])
    #expect(block.lines[0].clusters.map(\.units) == [0..<1, 1..<3])
  }

  @Test("doesn't move the lines")
  func metrics() throws {
    let plain = try library.layOut(words("ab\nc"))
    let mixed = try library.layOut(words("a日\n🎸") { $0.font.fallbacks = ["Noto Sans JP"] })
    #expect(mixed.lines.map(\.baseline) == plain.lines.map(\.baseline))
    #expect(mixed.size.height == plain.size.height)
  }

  @Test("has the weight that was asked for, and stands upright if it has no italic")
  func faces() throws {
    func font(_ weight: Int, italic: Bool) throws -> FontKey {
      try library.layOut(
        words("日", weight: weight, italic: italic) { $0.font.fallbacks = ["Noto Sans JP"] }
      )
      .lines[0].runs[0].font
    }
    #expect(try font(400, italic: false) != font(700, italic: false))
    #expect(try font(700, italic: true) == font(700, italic: false))
  }

  @Test("that isn't there is a problem, even if nothing needs it")
  func missing() {
    let problem = library.problem(words("a") { $0.font.fallbacks = ["Noto Sans Jp", "Noto Sans Thia"] })
    #expect(problem?.message == "there is no font \"Noto Sans Thia\"")
    #expect(problem?.hints.first == "did you mean \"Noto Sans Thai\"?")
  }

  @Test("isn't needed for what is told to be text")
  func textStyle() {
    #expect(library.problem(words("🎸\u{FE0E}")) != nil)
    #expect(library.problem(words("🎸")) == nil)
  }
}

@Suite("A font's settings")
struct FontSettingTests {
  let library: FontLibrary

  init() throws { library = try Bundle.shared.get() }

  @Test("of features change glyphs, and later ones win")
  func features() throws {
    func ids(_ features: [FontFeature]) throws -> [UInt32] {
      try library.layOut(words("11", in: "Inter") { $0.features = features }).lines[0].runs[0].glyphs.map(
        \.id)
    }
    let plain = try ids([])
    #expect(try ids([FontFeature("tnum")]) != plain)
    #expect(try ids([FontFeature("tnum"), FontFeature("tnum", 0)]) == plain)
    #expect(try ids([FontFeature("zzzz")]) == plain)
  }

  @Test("of nonsense are a problem")
  func nonsense() {
    let cases: [((inout TextRequest) -> Void, String)] = [
      ({ $0.features = [FontFeature("small caps")] }, "there is no OpenType feature \"small caps\""),
      ({ $0.features = [FontFeature("smcp", -1)] }, "the OpenType feature \"smcp\" can't be set to -1"),
      ({ $0.language = "日本" }, "there is no language \"日本\""),
      ({ $0.language = "ja--JP" }, "there is no language \"ja--JP\""),
      ({ $0.font.width = 0 }, "there is no font width 0"),
      ({ $0.font.axes = [FontAxis("opsz", 20)] }, "the font \"Inter\" has no axis \"opsz\""),
      ({ $0.font.axes = [FontAxis("wght", .nan)] }, "there is no font axis \"wght\" at nan"),
    ]
    for (change, message) in cases { #expect(library.problem(words("a", change))?.message == message) }
    let axes = library.problem(words("a") { $0.font.axes = [FontAxis("slnt", 1)] })
    #expect(axes?.hints == ["its axes: wght from 100 to 900"])
    let fixed = library.problem(words("a", in: "Bebas Neue") { $0.font.axes = [FontAxis("wght", 1)] })
    #expect(fixed?.hints == ["it isn't variable"])
  }

  @Test("of axes come before the weight, and stay within reach")
  func axes() throws {
    func axes(_ value: Double) throws -> [FontAxis] {
      try library.layOut(words("a", weight: 300) { $0.font.axes = [FontAxis("wght", value)] })
        .lines[0].runs[0].font.axes
    }
    #expect(try axes(640) == [FontAxis("wght", 640)])
    #expect(try axes(4000) == [FontAxis("wght", 900)])
    let same = try library.layOut(words("a", weight: 640))
    #expect(try library.layOut(words("a", weight: 300) { $0.font.axes = [FontAxis("wght", 640)] }) == same)
  }

  @Test("of language choose glyphs and line breaks")
  func language() throws {
    let plain = try library.layOut(words("fi i", in: "EB Garamond"))
    let turkish = try library.layOut(words("fi i", in: "EB Garamond") { $0.language = "tr" })
    #expect(turkish != plain)
    let thai = try library.layOut(
      words("สวัสดีชาวโลก", in: "Noto Sans Thai") { ($0.language, $0.maxWidth) = ("th", 350) })
    #expect(thai.lines.count == 2)
    #expect(thai.lines[1].clusters[0].units.lowerBound == 6)
  }

  @Test(
    "of language keep phrases whole, unless that makes the type smaller",
    arguments: [
      ("ja", "Noto Sans JP", "歌いたいラブソング", 550.0, ["歌いたい", "ラブソング"]),
      ("", "Noto Sans JP", "恋のカラオケで", 450, ["恋のカラ", "オケで"]),
      ("ja", "Noto Sans JP", "恋のカラオケで", 550, ["恋の", "カラオケで"]),
      ("ja", "Noto Sans JP", "カラオケで", 350, ["カラオ", "ケで"]),
      ("ko", "Noto Sans KR", "밤하늘의 별", 400, ["밤하늘의", "별"]),
      ("", "Noto Sans KR", "밤하늘의 별", 400, ["밤하늘", "의별"]),
    ])
  func phrases(language: String, family: String, text: String, width: Double, lines: [String]) throws {
    let block = try library.layOut(
      words(text, in: family) { ($0.language, $0.maxWidth) = (language, width) })
    #expect(block.visible.map { $0.filter { $0 != " " } } == lines)
  }
}
