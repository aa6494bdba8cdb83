internal import Primitives

/// Reads lines without times, with `[Verse]` tags between them.
enum PlainReader {
  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var builder = SheetBuilder()
    for line in Lines(text) {
      let bytes = line.bytes.trimmed
      if bytes.isEmpty { continue }
      if let label = SectionLabel(bytes) {
        try remarks.count(10, at: line.number)
        builder.section(label, at: nil)
      } else {
        let words = WordSplitter.words(bytes)
        try remarks.count(words.count, at: line.number)
        builder.line(LyricLine(words: words))
      }
    }
    return LyricSheet(tracks: [LyricTrack(sections: builder.sections())])
  }
}
