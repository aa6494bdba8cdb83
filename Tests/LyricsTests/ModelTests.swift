import Primitives
import Testing

@testable import Lyrics

@Suite("The model of a sheet")
struct ModelTests {
  private func sheet(_ voices: [String], introduced: [LyricVoice] = []) -> LyricSheet {
    let lines = voices.map { LyricLine("la", voice: $0) }
    return LyricSheet(tracks: [LyricTrack(sections: [LyricSection(lines: lines)])], voices: introduced)
  }

  static let duets: [([String], [LyricVoice], String)] = [
    ([""], [], "both"), (["v1", "v1"], [], "both both"), (["v1", "v2", "v1"], [], "left right left"),
    (["F", "M", "D", ""], [], "left right both both"), (["v1", "v1000", "v2"], [], "left both right"),
    (["b", "a"], [LyricVoice("a"), LyricVoice("x"), LyricVoice("b")], "right left"),
    (["a", "b", "c"], [LyricVoice("b", kind: .group)], "left both right"),
  ]

  @Test("puts soloists left and right in turn, and groups on both sides", arguments: duets)
  func sides(voices: [String], introduced: [LyricVoice], sides: String) {
    let sheet = sheet(voices, introduced: introduced)
    let found = voices.map { sheet.side(of: $0).rawValue }.joined(separator: " ")
    #expect(found == sides)
  }

  @Test("puts syllables together to words")
  func wholeWords() {
    let words = [
      LyricWord("a", start: 1), LyricWord("gain", end: 3), LyricWord("now"), LyricWord("x", endsRow: true),
      LyricWord("y"),
    ]
    var joined = words
    joined[0].joinsNext = true
    #expect(joined.wholeWords.map(\.text) == ["again", "now", "x", "y"])
    #expect(joined.wholeWords[0].start == 1)
    #expect(joined.wholeWords[0].end == 3)
    #expect([LyricWord]().wholeWords.isEmpty)
  }

  @Test("finds what stands for a line in another track")
  func counterpart() {
    let sections = [
      LyricSection(lines: [LyricLine(words: WordSplitter.words("eins"), mainIndex: 0)]),
      LyricSection(lines: [LyricLine(words: WordSplitter.words("drei"), mainIndex: 2)]),
    ]
    let track = LyricTrack(language: "de", kind: .translation, sections: sections)
    #expect((0..<4).map { track.line(for: $0)?.text } == ["eins", nil, "drei", nil])
  }
}
