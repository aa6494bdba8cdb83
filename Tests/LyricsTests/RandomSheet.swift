import Primitives

@testable import Lyrics

/// Sheets nobody would write, the same for a seed on every machine. Times are whole hundredths.
struct RandomSheet {
  private var random: SeededGenerator
  private var clock = 0

  static func make(seed: UInt64) -> LyricSheet {
    var maker = RandomSheet(random: SeededGenerator(seed: seed))
    return maker.sheet()
  }

  private static func time(_ hundredths: Int) -> Time {
    Time(ticks: Int64(hundredths) * (Time.ticksPerSecond / 100))
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func sheet() -> LyricSheet {
    var sections: [LyricSection] = []
    for index in 0..<number(1...4) {
      let name = ["Verse 1", "Chorus", "Pre-Chorus", "Guitar Solo"][number(0...3)]
      clock += number(0...300)
      let isNamed = index > 0 || chance(50)
      var section = LyricSection(isNamed ? name : "", modifier: isNamed && chance(40) ? "soft & <low>" : "")
      if isNamed { section.start = RandomSheet.time(clock) }
      for _ in 0..<number(1...5) { section.lines.append(line()) }
      sections.append(section)
    }
    return LyricSheet(
      title: "Rain \"& sun\"", artist: "Ann <3", metadata: [.init("al", "Wet: all")],
      tracks: [LyricTrack(language: "en", sections: sections)])
  }

  private mutating func line() -> LyricLine {
    clock += number(0...500)
    let start = clock
    var line = LyricLine(
      voice: ["", "v1", "v2"][number(0...2)], start: RandomSheet.time(start), words: words())
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
    line.end = RandomSheet.time(clock)
    clock += 1
    return line
  }

  private mutating func words() -> [LyricWord] {
    let letters = ["so", "lóng", "雨", "r&b", "rain's", "שלום", "a<b", "e\u{301}t\u{E9}", "🎵", "do-"]
    var words: [LyricWord] = []
    for _ in 0..<number(1...7) {
      let joins = chance(25)
      words.append(LyricWord(letters[number(0...9)], joinsNext: joins, endsRow: !joins && chance(10)))
    }
    words[words.count - 1].joinsNext = false
    words[words.count - 1].endsRow = false
    return words
  }

  private mutating func timed(_ words: [LyricWord]) -> [LyricWord] {
    words.map { word in
      var word = word
      clock += chance(50) ? number(1...60) : word == words.first ? 1 : 0
      word.start = RandomSheet.time(clock)
      clock += number(1...90)
      word.end = RandomSheet.time(clock)
      return word
    }
  }
}
