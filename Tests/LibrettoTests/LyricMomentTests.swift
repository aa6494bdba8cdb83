import Libretto
import Rehearsal
import Testing

@Suite("Moments of a lyric sheet")
struct LyricMomentTests {
  private static func passage(_ find: @escaping @Sendable (LyricSheet) -> Passage) -> String {
    Sketch {
      let passage = find(LyricSheet(text: CaptionTests.sheet))
      Solid(.ink).starting(at: passage.start).lasting(until: passage.end)
    }.dump()
  }

  @Test("are lines by their words, and sections by their labels")
  func finds() {
    let cue = LyricMomentTests.passage { $0.cue("every LIGHT!") }
    let section = LyricMomentTests.passage { $0.section("chorus") }
    #expect(cue.hasPrefix("3.200 5.000  solid"))
    #expect(section.hasPrefix("9.000 10.000  solid"))
  }

  @Test("move with the sheet")
  func shifts() {
    let cue = LyricMomentTests.passage { $0.shifted(by: 1.5).cue("neon") }
    #expect(cue.hasPrefix("2.500 4.500  solid"))
  }

  @Test("have the words themselves, unless they only stand inside of others")
  func wholeWords() {
    let sheet = "[00:01.00]Trains don’t run\n[00:02.00]It is raining\n[00:03.00]Rain"
    func start(_ words: String) -> String {
      String(
        Sketch { Solid(.ink).starting(at: LyricSheet(text: sheet).cue(words).start) }.dump().prefix(5))
    }
    #expect(start("rain") == "3.000")
    #expect(start("raini") == "2.000")
    #expect(start("don't run") == "1.000")
  }

  @Test("that aren't there are reported with what is")
  func reports() {
    let cue = LyricMomentTests.passage { $0.cue("moon") }
    let section = LyricMomentTests.passage { $0.section("Chorus", 2) }
    #expect(cue.hasPrefix("error: no line of the lyrics has the words \"moon\""))
    #expect(
      section.hasPrefix("error: the lyrics has 1 section \"Chorus\", not 2"))
  }
}
