internal import Primitives

/// Reads SubViewer's cues: times, and rows until the next ones or an empty line. `[br]` ends a row too.
struct SubViewerReader {
  private var sheet = LyricSheet()
  private var cues: [Cue] = []
  private var timing: SubViewerTiming?
  private var number = 0
  private var text: [UInt8] = []

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var reader = SubViewerReader()
    for line in Lines(text) { try reader.take(line, &remarks) }
    try reader.finish(&remarks)
    var sheet = LyricSheet(cues: reader.cues, &remarks)
    (sheet.title, sheet.artist) = (reader.sheet.title, reader.sheet.artist)
    return sheet
  }

  private mutating func take(_ line: NumberedLine, _ remarks: inout Remarks) throws(Diagnostic) {
    let bytes = line.bytes.trimmed
    if let next = SubViewerTiming(bytes) {
      try finish(&remarks)
      (timing, number) = (next, line.number)
    } else if bytes.isEmpty {
      try finish(&remarks)
    } else if timing != nil {
      var rest = bytes
      while let mark = rest.firstIndex(of: "[br]") {
        text += rest[..<mark] + [0x0A]
        rest = rest[(mark + 4)...]
      }
      text += rest + [0x0A]
    } else if !takeFact(bytes) {
      remarks.warn(line.number, "this is no cue; it was left out")
    }
  }

  /// `[TITLE]Rain` of SubViewer's head; the rest of it isn't about the song.
  private mutating func takeFact(_ line: Bytes) -> Bool {
    guard let name = line.bracketed else { return false }
    let value = line[(name.endIndex + 1)...].trimmed.string
    if name.equals(ignoringCase: "TITLE") { sheet.title = value }
    if name.equals(ignoringCase: "AUTHOR") { sheet.artist = value }
    return true
  }

  private mutating func finish(_ remarks: inout Remarks) throws(Diagnostic) {
    defer { (timing, text) = (nil, []) }
    guard let timing else { return }
    let words = WordSplitter.words(text[...])
    guard !words.isEmpty else { return }
    try remarks.count(words.count, at: number)
    cues.append(Cue(number: number, start: timing.start, end: timing.end, words: words))
  }
}
