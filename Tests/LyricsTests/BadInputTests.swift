import Primitives
import Testing

@testable import Lyrics

@Suite("Bad input")
struct BadInputTests {
  static let hopeless: [(String, [UInt8], String)] = [
    ("empty", [], "the file is empty"),
    ("blank", Array(" \r\n\t".utf8), "the file is empty"),
    ("binary", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3, 0, 9, 9, 9, 0], "this is no text"),
    ("too large", [UInt8](repeating: 0x41, count: 17 << 20), "the file is too large for a lyric sheet"),
    (
      "one endless word", [UInt8](repeating: 0x41, count: 10 << 20),
      "there is a word of more than 5000 bytes: this is no lyric sheet"
    ),
    (
      "JSON too deep", [UInt8](repeating: 0x5B, count: 100_000),
      "the JSON is nested too deeply for a lyric sheet"
    ),
    ("JSON cut off", Array(#"{"words": [{"wo"#.utf8), "a string is never closed"),
    ("JSON of something else", Array(#"{"a": 1}"#.utf8), "there are no words with times in this JSON"),
    (
      "XML too deep", Array(String(repeating: "<tt>", count: 5000).utf8),
      "elements are nested too deeply for a lyric sheet"
    ),
    ("XML of something else", Array("<?xml?><svg/>".utf8), "there is no <tt> in this XML"),
    (
      "more words than songs have", Array(String(repeating: "[0:1]a\n", count: 300_000).utf8),
      "there are more than 200000 words: this is no lyric sheet"
    ),
  ]

  @Test("that is no sheet is an error", arguments: hopeless.map(\.0))
  func fails(name: String) throws {
    let (_, bytes, message) = try #require(BadInputTests.hopeless.first { $0.0 == name })
    let error = #expect(throws: Diagnostic.self) { try LyricReader.read(bytes, named: "sheet") }
    #expect(error?.problem.message == message)
    #expect(error?.problem.kind == .badInput)
  }

  static let mended: [(String, String)] = [
    ("[99999999999999999999:00.00]a\n[00:01.00]b", "1.000- b"),
    ("1\n-00:00:01,000 --> 00:00:02,000\na", "0.000-2.000 a"),
    ("1\n00:00:05,000 --> 00:00:02,000\na", "5.000- a"),
    (
      "1\n00:00:05,000 --> 99999999999999:00:02,000\na\n\n00:00:06,000 --> 00:00:07,000\nb", "6.000-7.000 b"
    ),
    ("WEBVTT\n\n00:05.000 --> 00:02.000\na", ""),
    (
      "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,{\\k99999999999999999999}a{\\kt-5}{b",
      "1.000-2.000 a@1.000-1.000+{b"
    ),
    (
      #"{"words":[{"word":"a","start":1e400,"end":-5},{"word":"b","start":99999999999999999999,"end":2}]}"#,
      "-2.000 a@-0.000 b@-2.000"
    ),
    (
      "<tt><body><p begin=\"9e99s\">a</p><p begin=\"-1s\" end=\"99999999999999999t\">b</body>",
      "- a\n0.000- b"
    ),
  ]

  @Test("with impossible times doesn't hurt", arguments: mended)
  func mends(text: String, dump: String) throws {
    let reading = try Fixtures.read(text)
    let read = reading.sheet.dump
    #expect(read == dump)
    _ = reading.sheet.filled()
  }

  static let broken: [(String, [Int])] = [
    ("{\n \"words\": [\n {\"word\": \"a\", \"start\": 2, \"end\": 1},\r\n {\"start\": 3}\n]}", [3, 4]),
    (
      "{\"segments\": [{\"start\": 0, \"end\": 2, \"words\": [\n {\"word\": \"a\", \"start\": 0, \"end\": 1},\n {\"word\": \"1\"}]}]}",
      [3]
    ),
    ("[00:01.00]a\r[offset:x]\rb\r", [2, 3]),
  ]

  @Test("is mended with the line it stands on", arguments: broken)
  func places(text: String, lines: [Int]) throws {
    let warned = try Fixtures.read(text).warnings.map { $0.site?.line ?? 0 }
    #expect(warned.sorted() == lines)
  }

  @Test("invalid UTF-8 is replaced, and the line named")
  func invalidUTF8() throws {
    let bytes = Array("[00:01.00]a\n[00:02.00]".utf8) + [0xFF, 0xC3]
    let reading = try LyricReader.read(bytes, named: "a.lrc")
    #expect(reading.warnings.map { $0.site?.line } == [2])
    #expect(reading.sheet.lines.count == 2)
  }

  @Test(
    "a reference to what XML forbids is left out, and the sheet can be written and read again",
    arguments: ["&#0;", "&#x1;", "&#31;", "&#xD800;", "&#xFFFE;", "&#x110000;"])
  func forbidden(reference: String) throws {
    let text = "<tt><body><p begin=\"1s\" end=\"2s\">so\(reference) long</p></body></tt>"
    let reading = try Fixtures.read(text)
    #expect(reading.sheet.dump == "1.000-2.000 so long")
    #expect(
      reading.warnings.map(\.problem.message) == [
        "a reference to a character that XML forbids; it was left out"
      ])
    let again = try Fixtures.read(LyricWriter.text(of: reading.sheet, as: .ttml))
    #expect(again.sheet == reading.sheet && again.warnings.isEmpty)
  }

  @Test(
    "characters nobody can read are only kept by what keeps everything", arguments: LyricFormat.writable)
  func controls(format: LyricFormat) throws {
    let line = LyricLine("so\u{0}ng\u{1B} on", start: 1, end: 2)
    let sheet = LyricSheet(tracks: [LyricTrack(sections: [LyricSection(lines: [line])])])
    let text = try LyricWriter.text(of: sheet, as: format)
    let read = try LyricReader.read(Array(text.utf8), named: "a.\(format.endings[0])").sheet
    #expect(read.lines.map(\.text) == [format == .json ? "so\u{0}ng\u{1B} on" : "song on"])
  }

  static let declared: [(String, String?)] = [
    ("<?xml version='1.0' encoding='ISO-8859-1'?><tt>\u{E9}", "windows-1252"),
    ("<?xml version=\"1.0\" encoding = \"windows-1250\"?><tt>\u{E9}", "windows-1250"),
    ("<?xml version=\"1.0\" encoding=\"Shift_JIS\" standalone='yes'?><tt>\u{E9}", "Shift_JIS"),
    ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><tt>e", nil), ("<?xml encoding='UTF-8'?>\u{E9}", nil),
    ("<?xml version='1.0'?><tt encoding='latin1'>\u{E9}", nil), ("<?xml encoding=?>\u{E9}", nil),
    ("<?xml encoding='latin1", nil), ("<tt>\u{E9}", nil),
  ]

  @Test("in another encoding says so in its XML, unless it is UTF-8 after all", arguments: declared)
  func declaration(text: String, name: String?) {
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(XMLDeclaration.encoding(of: bytes) == name)
  }

  @Test("never crashes: two thousand mutations of every format", arguments: Fixtures.sheets)
  func mutations(format: LyricFormat, text: String) throws {
    var random = SeededGenerator(seed: 7)
    let original = Array(text.utf8)
    let spice: [UInt8] = Array("[]<>(){}:.,-0919\\\"'&;|/ \n\rek".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<2000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: if !bytes.isEmpty { bytes[index] = spice.randomElement(using: &random) ?? 0 }
        case 1: if !bytes.isEmpty { bytes.remove(at: index) }
        case 2: bytes.insert(spice.randomElement(using: &random) ?? 0, at: min(index, bytes.count))
        default: bytes.removeSubrange(min(index, bytes.count)...)
        }
        if bytes.isEmpty { bytes = [0x5B] }
      }
      guard let reading = try? LyricReader.read(bytes, named: "a", as: format) else { continue }
      _ = reading.sheet.filled(until: 100)
      for format in LyricFormat.writable { _ = try? LyricWriter.text(of: reading.sheet, as: format) }
    }
  }
}

/// The same numbers every time.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
