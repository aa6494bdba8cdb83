import Primitives
import Testing

@Suite("Words for people")
struct WordsTests {
  @Test(
    "a slip of the fingers finds the word that was meant",
    arguments: [
      ("Chorsu", "Chorus"), ("chorus", "Chorus"), ("Vers 1", "Verse 1"), ("Intor", "Intro"),
      ("Bridge", nil),
      ("", nil), ("Pre-chrous", "Pre-Chorus"), ("Verse 22", "Verse 2"),
    ])
  func suggests(word: String, meant: String?) {
    let known = ["Intro", "Verse 1", "Verse 2", "Pre-Chorus", "Chorus"]
    #expect(Suggestion.nearest(to: word, among: known) == meant)
  }

  @Test(
    "the distance of words counts slips",
    arguments: [("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abcd", "abdc", 1), ("kitten", "sitting", 3)])
  func countsSlips(first: String, second: String, slips: Int) {
    #expect(Suggestion.distance(first, second) == slips)
  }

  @Test("a diagnostic prints as compilers do")
  func printsDiagnostics() {
    let site = Site(file: "/films/rain.swift", line: 12)
    let error = Diagnostic.error(
      "the line \"run\" ends before it starts", at: site, hints: "leave it out", "or not")
    #expect(
      error.description == """
        /films/rain.swift:12: error: the line "run" ends before it starts
          hint: leave it out
          hint: or not
        """)
    #expect(Diagnostic.warning("slow", at: nil).description == "libretto: warning: slow")
  }

  @Test("a log keeps each diagnostic once, in order")
  func logs() {
    let log = DiagnosticLog()
    let site = Site(file: "a.swift", line: 1)
    for message in ["one", "two", "one"] { log.report(.warning(message, at: nil)) }
    #expect(!log.hasErrors)
    log.report(.error("three", at: site))
    #expect(
      log.diagnostics.map(\.description) == [
        "libretto: warning: one", "libretto: warning: two", "a.swift:1: error: three",
      ])
    #expect(log.errors.count == 1)
  }

  @Test("a log of a hundred thousand asks none of them whether it is the next one")
  func longLogs() {
    let log = DiagnosticLog()
    for round in 0..<2 {
      for number in 0..<100_000 { log.report(.warning("\(number)", at: nil)) }
      #expect(log.diagnostics.count == 100_000, "round \(round)")
    }
  }

  @Test(
    "a path starts at the folder of the file that says it",
    arguments: [
      ("/films/rain.swift", "/films"), ("rain.swift", "."), ("/rain.swift", "/"), ("a/b.swift", "a"),
    ])
  func knowsFolders(file: String, folder: String) {
    #expect(Site(file: file, line: 1).folder == folder)
  }

  @Test(
    "a number is brief",
    arguments: [
      (0.5, "0.5"), (1080, "1080"), (-1 / 3, "-0.333"), (-0.0001, "0"), (2.9999, "3"), (.nan, "nan"),
      (1e16, "1e+16"), (0.05, "0.05"),
    ] as [(Double, String)])
  func isBrief(number: Double, text: String) {
    #expect(number.brief == text)
  }
}
