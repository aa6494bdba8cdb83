import Libretto
import Rehearsal
import Testing

/// What styles and sweeps look like, at a moment each.
@Suite("Captions look right")
struct CaptionGoldenTests {
  private static let sheet = """
    [00:00.00]<00:00.00>Neon <00:00.50>rain<00:01.00>
    [00:01.00]<00:01.00>Run <00:01.30>to <00:01.50>gold<00:02.00>
    [00:02.00]<00:02.00>Hold <00:02.40>on<00:03.00>
    """

  private static func film(_ style: some CaptionStyle) -> Sketch {
    let layer = Captions(LyricSheet(text: sheet)).style(style).placed(.center).layer
    return Sketch(.size(160, 90).frameRate(20).lasting(3).background(.hex(0x24304A))) { [layer] }
  }

  static let styles: [(name: String, Sketch)] = [
    ("line-slide", film(.line(.slide(.up, over: 0.4)).size(22))),
    ("karaoke", film(.karaoke().size(22))),
    ("karaoke-gradient", film(.karaoke().sung(.gradient(.cyan, .hotPink)).size(26))),
    ("highlight", film(.highlight(active: .white, box: .hotPink).size(22))),
    ("word-by-word", film(.wordByWord.size(22))),
    ("one-word", film(.oneWord.size(34))),
    ("stack", film(.stack(sung: .yellow).size(17))),
    ("typewriter", film(.typewriter().size(18))),
    ("teleprompter", film(.teleprompter().size(16))),
    ("subtitle", film(.subtitle().size(16))),
  ]

  @Test("in every style", arguments: styles)
  func style(name: String, film: Sketch) throws {
    try expectGolden(film.still(at: 1.65), "captions-\(name)")
  }

  private static func rising(early lead: Double) -> Sketch {
    let sheet = "[00:01.00]<00:01.00>Run <00:01.30>to <00:01.50>glory<00:02.00>"
    let captions = Captions(LyricSheet(text: sheet)).style(.rise(over: 1).size(24)).shown(early: lead)
    let layer = captions.placed(.center).layer
    return Sketch(.size(160, 90).frameRate(20).lasting(3).background(.hex(0x24304A))) { [layer] }
  }

  @Test("while words rise out of their line")
  func rises() throws { try expectGolden(Self.rising(early: 1).still(at: 0.25), "captions-rise") }

  @Test("where words have risen when the first of them is sung", arguments: [0.05, 0.25, 1])
  func hasRisen(lead: Double) throws {
    let film = Self.rising(early: lead)
    #expect(try film.still(at: 1).distance(to: film.still(at: 1.5)) == 0)
    #expect(try film.still(at: 1).distance(to: film.still(at: 2.9)) > 100)
  }

  @Test("where two sing long lines, which are set smaller to fit")
  func longLines() throws {
    let words = "Hello from the other side of the very long and winding road"
    let sheet = LyricSheet(text: "[00:00.00]\(words)\n[00:00.10]\(words)\n[00:03.00]")
    let film = Sketch(.size(160, 90).lasting(3).background(.hex(0x24304A))) {
      Captions(sheet).style(.karaoke().size(16)).paged(lines: 2)
    }
    try expectGolden(film.still(at: 1.5), "captions-long-lines")
  }

  @Test("with a cursor to the left of what is written from the right")
  func hebrewCursor() throws {
    let film = Sketch(.size(160, 90).lasting(3).background(.hex(0x24304A))) {
      Captions(LyricSheet(text: "[00:00.00]<00:00.00>שלום<00:02.00>")).placed(.center)
        .style(.typewriter(cursor: .yellow).font("Noto Sans Hebrew", size: 36))
    }
    try expectGolden(film.still(at: 1.2), "captions-typewriter-hebrew")
  }

  /// A word, and the type it is set in.
  struct Sweep: Sendable, CustomTestStringConvertible {
    var name: String
    var word: String
    var type: TextStyle
    var testDescription: String { name }
  }

  static let sweeps = [
    Sweep(name: "ligature", word: "ffi", type: TextStyle().font("EB Garamond", size: 70)),
    Sweep(name: "overhang", word: "fjf", type: TextStyle().font("EB Garamond", size: 64, italic: true)),
    Sweep(name: "arabic", word: "سلام", type: TextStyle().font("Noto Sans Arabic", size: 56)),
    Sweep(name: "hebrew", word: "שלום", type: TextStyle().font("Noto Sans Hebrew", size: 56)),
  ]

  @Test("with a sweep inside a word", arguments: sweeps, [25, 50, 75])
  func sweep(_ sweep: Sweep, percent: Int) throws {
    let sheet = LyricSheet(text: "[00:00.00]<00:00.00>\(sweep.word)<00:01.00>")
    let film = Sketch(.size(130, 80).frameRate(100).lasting(1).background(.ink)) {
      for line in sheet.lines { Text(line).typeset(as: sweep.type).sung(.hotPink, edge: 1) }
    }
    let time = Time(seconds: Double(percent) / 100)
    try expectGolden(film.still(at: time), "sweep-\(sweep.name)@\(percent)percent")
  }
}
