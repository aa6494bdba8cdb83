import Libretto
import Rehearsal
import Testing

@Suite("Words of captions")
struct CaptionWordTests {
  @Test("have one cursor, which goes on from line to line")
  func cursor() {
    let film = Sketch(.landscape1080.lasting(12)) {
      Captions(LyricSheet(text: CaptionTests.sheet)).style(.typewriter()).paged(lines: 2)
    }
    let times = film.dump().split(separator: "\n").filter { $0.contains("rectangle") }.map { line in
      line.split(separator: " ").prefix(2).compactMap { Double($0) }
    }
    #expect(times.count == 24)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0[1] <= $1[0] })
    #expect(times.contains { $0[1] == 3.2 } && times.contains { $0[1] == 5.6 })
  }

  @Test("of one word at a time have one also where two sing")
  func oneWordAtATime() {
    let sheet = "[00:01.00]<00:01.00>a <00:02.00>b<00:05.00>\n[00:01.50]<00:01.50>c <00:03.00>d<00:04.00>"
    let words = Sketch(.landscape1080.lasting(12)) { Captions(LyricSheet(text: sheet)).style(.oneWord) }
      .lowered().timeline?.clips.texts
    #expect(words == ["1.000 1.500 a", "1.500 2.000 c", "2.000 3.000 b", "3.000 5.600 d"])
  }

  @Test(
    "know words that are written without spaces",
    arguments: [
      ("[00:01.00]<00:01.00>我<00:02.00>愛<00:03.00>你。<00:04.00>", ["我", "愛", "你。"]),
      ("[00:01.00]今日は、ちょっとLove me", ["今", "日", "は、", "ちょっ", "と", "Love", "me"]),
      ("[00:01.00]<00:01.00>รัก<00:02.00>เธอ<00:03.00>", ["รัก", "เธอ"]),
      ("[00:01.00]<00:01.00>사<00:02.00>랑<00:03.00>", ["사랑"]),
      ("[00:01.00]<00:01.00>ne<00:02.00>on<00:03.00>", ["neon"]),
    ])
  func unspacedWords(sheet: String, words: [String]) throws {
    let log = DiagnosticLog()
    let line = try Authoring.$current.withValue(Authoring(resources: Stagehand.usual, log: log)) {
      try #require(LyricSheet(text: sheet).lines.first)
    }
    #expect(line.words.map(\.text) == words)
    #expect(line.text == String(sheet.split(separator: "]")[1]).replacing(/<[^>]*>/, with: ""))
    #expect(zip(line.words, line.words.dropFirst()).allSatisfy { $0.finish == $1.begin })
  }
}
