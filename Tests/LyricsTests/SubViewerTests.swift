import Primitives
import Testing

@testable import Lyrics

@Suite("SubViewer")
struct SubViewerTests {
  static let sheets = [
    (
      "0:00:01.000,0:00:02.500\nso\nlong\n\n0:00:03.000,0:00:04.000\nmy friend\n",
      "1.000-2.500 so/long\n3.000-4.000 my friend"
    ),
    (
      "[INFORMATION]\n[TITLE]Rain\n[AUTHOR]Ann\n[END INFORMATION]\n[SUBTITLE]\n[COLF]&HFFFFFF,[SIZE]18\n"
        + "00:00:01.00,00:00:02.50\nso[br]long\n00:00:03.00,00:00:04.00\nmy friend\n",
      "1.000-2.500 so/long\n3.000-4.000 my friend"
    ),
    ("0:00:05.000,0:00:02.000\nso\n\n0:00:06.000,0:00:07.000\n\n", "5.000- so"),
  ]

  @Test("is known by its times, with a head or without", arguments: sheets)
  func isRead(text: String, dump: String) throws {
    let reading = try Fixtures.read(text)
    #expect(reading.format == .subViewer)
    #expect(reading.sheet.dump == dump)
    #expect(reading.sheet.title == (text.contains("TITLE") ? "Rain" : ""))
  }

  @Test("keeps words that look like its marks")
  func guarded() throws {
    let line = LyricLine("0:00:01.000,0:00:02.000 [br]", start: 1, end: 2)
    let sheet = LyricSheet(tracks: [LyricTrack(sections: [LyricSection(lines: [line])])])
    let again = try Fixtures.read(LyricWriter.text(of: sheet, as: .subViewer)).sheet
    #expect(again == sheet)
  }
}
