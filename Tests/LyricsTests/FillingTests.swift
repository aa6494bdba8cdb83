import Primitives
import Testing

@testable import Lyrics

@Suite("Words without times")
struct FillingTests {
  private func sheet(_ lines: [LyricLine]) -> LyricSheet {
    LyricSheet(tracks: [LyricTrack(sections: [LyricSection(lines: lines)])])
  }

  @Test("are spread over their line by syllables, and marked")
  func spread() {
    let filled = sheet([LyricLine("so beautiful", start: 1, end: 5)]).filled().dump
    #expect(filled == "1.000-5.000 so@1.000-2.000? beautiful@2.000-5.000?")
  }

  @Test("stand between those whose times are known")
  func between() {
    let words = [LyricWord("a", start: 1, end: 2), LyricWord("b"), LyricWord("c", start: 4)]
    let filled = sheet([LyricLine(start: 1, end: 5, words: words)]).filled().dump
    #expect(filled == "1.000-5.000 a@1.000-2.000 b@2.000-4.000? c@4.000-5.000")
  }

  @Test("end with the next line, or before a gap after what they need")
  func ends() {
    let lines = [
      LyricLine("a", start: 1), LyricLine("b", start: 2), LyricLine("c", start: 30),
      LyricLine("d", start: 31),
    ]
    let ends = sheet(lines).filled(until: 32).lines.map(\.end)
    #expect(ends == [2, 4, 31, 32])
  }

  @Test("take the times of what somebody heard, and keep their text")
  func aligned() {
    let heard = ["sew", "long", "um", "my", "fiend"].enumerated().map {
      LyricWord($1, start: Time(seconds: Double($0)), end: Time(seconds: Double($0 + 1)))
    }
    let aligned = sheet([LyricLine("So long,"), LyricLine("my dear friend")]).aligned(to: heard).dump
    #expect(
      aligned
        == "0.000-2.000 So@0.000-1.000 long,@1.000-2.000\n3.000-5.000 my@3.000-4.000 dear friend@4.000-5.000"
    )
  }

  @Test(
    "weigh as many syllables as they have",
    arguments: [
      ("rain", 1), ("beautiful", 3), ("love", 1), ("little", 2), ("日本語", 3), ("きょう", 2), ("사랑", 2),
      ("дорога", 3), ("🎵", 1), ("", 1),
    ])
  func weight(word: String, syllables: Int) {
    let weight = SyllableWeight.weight(of: word)
    #expect(weight == syllables)
  }

  @Test("are found by a check, with what else is wrong")
  func check() {
    let lines = [
      LyricLine("a fine line", start: 1, end: 3), LyricLine("one more", start: 2, end: 2.1),
      LyricLine("late", start: 60, end: 63),
    ]
    let findings = LyricCheck.findings(in: sheet(lines), songLength: 60)
    #expect(
      findings.map(\.text) == [
        "2.000  \"one more\" starts before \"a fine line\" ends at 3.000",
        "2.000  \"one more\" is too fast to read: 8 characters in 0.100 s",
        "60.000  \"late\" starts after the song, which lasts 60.000 s",
        "no word has a time of its own",
      ])
    #expect(findings.map(\.kind) == [.overlap, .tooFast, .outsideSong, .noWordTimes])
    #expect(findings.map(\.line) == [2, 2, 3, nil])
  }
}
