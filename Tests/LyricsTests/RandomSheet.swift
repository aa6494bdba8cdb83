import Primitives

@testable import Lyrics

/// Sheets nobody would write, the same for a seed on every machine. Times are whole hundredths, or
/// whole milliseconds.
struct RandomSheet {
  private var random: SeededGenerator
  private var clock = 0
  private let unit: Time

  static func make(seed: UInt64, milliseconds: Bool = false) -> LyricSheet {
    let unit = Time(ticks: Time.ticksPerSecond / (milliseconds ? 1000 : 100))
    var maker = RandomSheet(random: SeededGenerator(seed: seed), unit: unit)
    return maker.sheet()
  }

  private init(random: SeededGenerator, unit: Time) {
    self.random = random
    self.unit = unit
  }

  private func time(_ count: Int) -> Time { Time(ticks: Int64(count) * unit.ticks) }
  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func sheet() -> LyricSheet {
    var sections: [LyricSection] = []
    for index in 0..<number(1...4) {
      let name = ["Verse 1", "Chorus", "Pre-Chorus", "Guitar Solo"][number(0...3)]
      clock += number(0...300)
      let isNamed = index > 0 || chance(50)
      var section = LyricSection(isNamed ? name : "", modifier: isNamed && chance(40) ? "soft & <low>" : "")
      if isNamed { section.start = time(clock) }
      for _ in 0..<number(1...5) { section.lines.append(line()) }
      sections.append(section)
    }
    return LyricSheet(
      title: "Rain \"& sun\" [live]", artist: "Ann <3 \\ {Bo}", metadata: [.init("al", "Wet: all")],
      tracks: [LyricTrack(language: "en", sections: sections)])
  }

  private mutating func line() -> LyricLine {
    clock += number(0...500)
    let start = clock
    var line = LyricLine(voice: ["", "v1", "v2"][number(0...2)], start: time(start), words: words())
    if chance(70) {
      line.words = timed(line.words)
      if chance(30) {
        let end = clock
        clock = start
        line.background = timed(words().map { LyricWord($0.text, joinsNext: $0.joinsNext) })
        clock = max(end, clock)
      }
    }
    clock += number(1...200)
    line.end = time(clock)
    clock += 1
    return line
  }

  /// What breaks readers that take marks of their format for it wherever they stand: emoji joined by
  /// invisible signs, right-to-left text, every kind of bracket, entities, backslashes, signs of time.
  private static let texts = [
    "so", "lóng", "雨", "r&b", "rain's", "שלום", "a<b", "e\u{301}t\u{E9}", "🎵", "do-", "👩‍👩‍👧‍👦", "مرحبا", "🇩🇪",
    "a>b",
    "&amp;", "&lt;i&gt;", "{x}", "\\N", "\\", "\"so\"", "[x", "y]", "(ooh)", "12", "-->", "00:01", "a:b",
    "#1", "<i>",
    "<3", "{\\k20}", "\u{200F}ab", "a\u{A0}b", "&#10;", "]]>", "--", "…", "नमस्ते", "ไทย", "<00x>", "'", "%",
    "/", "|", "~",
    "a\u{200D}b", "\\h", "\\n", "{", "}", "&", "<", ">",
  ]

  private mutating func words() -> [LyricWord] {
    var words: [LyricWord] = []
    for _ in 0..<number(1...7) {
      let joins = chance(25)
      let text = RandomSheet.texts[number(0...(RandomSheet.texts.count - 1))]
      words.append(LyricWord(text, joinsNext: joins, endsRow: !joins && chance(10)))
    }
    words[words.count - 1].joinsNext = false
    words[words.count - 1].endsRow = false
    return words
  }

  private mutating func timed(_ words: [LyricWord]) -> [LyricWord] {
    words.map { word in
      var word = word
      clock += chance(50) ? number(1...60) : word == words.first ? 1 : 0
      word.start = time(clock)
      clock += number(1...90)
      word.end = time(clock)
      return word
    }
  }
}
