import Primitives
import Testing

@testable import Lyrics

@Suite("LRC")
struct LRCTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let dump: String

    init(_ fact: String, _ text: String, _ dump: String) {
      (testDescription, self.text, self.dump) = (fact, text, dump)
    }
  }

  static let cases = [
    Case(
      "digits after the point are a fraction", "[00:01.5]a\n[0:2.05]b\n[00:03.005]c",
      "1.500- a\n2.050- b\n3.005- c"),
    Case("a comma does for the point", "[00:01,5]a", "1.500- a"),
    Case("sixty seconds are a minute", "[00:60.00]a", "60.000- a"),
    Case("minutes go past 99", "[100:00.00]a", "6000.000- a"),
    Case("hours may be written", "[01:00:01.50]a", "3601.500- a"),
    Case("two colons without a point are hundredths", "[00:03:25]a\n[00:04:00]b", "3.250- a\n4.000- b"),
    Case("unless the file has hours", "[00:03:25]a\n[1:00:00.0]b", "205.000- a\n3600.000- b"),
    Case(
      "unless only hours make it rise", "[00:00:59]a\n[00:01:01]b\n[00:01:00]c",
      "0.590- a\n1.000- c\n1.010- b"),
    Case("a positive offset is earlier", "[offset: +500]\n[00:02.00]a", "1.500- a"),
    Case("a negative offset is later", "[offset:-250]\n[00:02.00]a", "2.250- a"),
    Case("nothing starts before the song", "[offset:500]\n[00:00.00]a\n[-00:01.00]b", "0.000- a\n0.000- b"),
    Case(
      "several times repeat a line", "[00:01.00][00:05.00]a\n[00:03.00]b", "1.000- a\n3.000- b\n5.000- a"),
    Case(
      "a repeat carries its words along", "[00:01.0][00:05.0]<00:01.5>a<00:02.0>\n[00:03.0]b",
      "1.000-2.000 a@1.500-2.000\n3.000- b\n5.000-6.000 a@5.500-6.000"),
    Case(
      "start and end, if all lines have them", "[00:01.0][00:02.0]a\n[00:02.0][00:04.0]b",
      "1.000-2.000 a\n2.000-4.000 b"),
    Case("a time behind the text is its end", "[00:01.0]so long[00:02.0]", "1.000-2.000 so long"),
    Case(
      "an empty line ends the one before", "[00:01.0]a\n[00:02.0] \n[00:03.0]b", "1.000-2.000 a\n3.000- b"),
    Case(
      "words in angle brackets", "[00:01.0]<00:01.0>so <00:01.5>lo<00:01.7>ng<00:02.0>",
      "1.000-2.000 so@1.000-1.500 lo@1.500-1.700+ng@1.700-2.000"),
    Case("the first word may do without", "[00:01.0]so <00:01.5>long", "1.000- so@1.000-1.500 long@1.500-"),
    Case(
      "spaces around tags are no text", "[00:01.0] <00:01.5> so <00:02.0> long",
      "1.000- so@1.500-2.000 long@2.000-"),
    Case(
      "words in square brackets", "[00:01.0]so[00:01.5] [00:00.000]long[00:02.0]",
      "1.000-2.000 so@1.000-1.500 long@1.500-2.000"),
    Case(
      "what is no time stays text", "[00:01.0]<00:01a50>a [00:00:00] b", "1.000- <00:01a50>a [00:00:00] b"),
    Case(
      "background vocals lie behind the line before", "[00:01.0]a\n[bg: <00:01.5>ooh<00:01.8>]",
      "1.000- a (ooh@1.500-1.800)"),
    Case(
      "Walaoke's voices stay until the next", "[00:01.0]F: a\n[00:02.0]b\n[00:03.0]M: c",
      "1.000- F: a\n2.000- F: b\n3.000- M: c"),
    Case(
      "Apple's voices are no text", "[00:01.0]v1: <00:01.0>a\n[00:02.0]v2: b",
      "1.000- v1: a@1.000-\n2.000- v2: b"),
    Case(
      "sections are timed lines", "[00:00.0][Intro - piano]\n[00:01.0][Verse 1]\n[00:02.0]a (ooh ooh)",
      "[Intro|piano] 0.000\n[Verse 1|] 1.000\n2.000- a ((ooh ooh))"),
    Case(
      "a section's marker without a time begins it with the next line",
      "[Verse]\n[00:01.0][00:05.0]a\n[Chorus - loud]\n\n[00:02.0]b",
      "[Verse|] 1.000\n1.000- a\n[Chorus|loud] 2.000\n2.000- b\n5.000- a"),
    Case("other brackets are text", "[00:01.0][grouped]", "1.000- [grouped]"),
    Case("lines without a time join the one before", "x\n[00:01.0]a\nb c", "1.000- a/b c"),
    Case("unknown tags are no lyrics", "[00:01.0]a\n[by: me]\n#comment\n[00:02.0]b", "1.000- a\n2.000- b"),
    Case(
      "without any time it is plain text", "this [00:00:00] isn't timed", "- this [00:00:00] isn't timed"),
    Case("lone CR ends a line", "[00:01.0]a\r[00:02.0]b\r\n[00:03.0]c", "1.000- a\n2.000- b\n3.000- c"),
  ]

  @Test("reads what people write", arguments: cases)
  func reads(_ example: Case) throws {
    let sheet = try Fixtures.read(example.text, named: "a.lrc").sheet
    #expect(sheet.dump == example.dump)
  }

  @Test("keeps what its tags say")
  func tags() throws {
    let sheet = try Fixtures.read("[ti: Rain ]\n[ar:Me]\n[la:en]\n[al:Wet]\n[length: 2:50]\n[00:01.0]a")
      .sheet
    let facts = sheet.metadata.map { $0.name + "=" + $0.value }
    #expect(sheet.title == "Rain")
    #expect(sheet.artist == "Me")
    #expect(sheet.tracks[0].language == "en")
    #expect(facts == ["al=Wet", "length=2:50"])
  }

  @Test("says what it mended, and where")
  func warnings() throws {
    let reading = try Fixtures.read("[offset:soon]\n[00:01.0]a\nb", named: "a.lrc")
    let places = reading.warnings.map { "\($0.site?.line ?? 0) \($0.problem.message)" }
    #expect(
      places == [
        "1 the offset is no number of milliseconds; it was ignored",
        "3 a line without a time; it was joined to the one before",
      ])
  }
}
