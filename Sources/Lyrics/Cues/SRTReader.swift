internal import Primitives

/// Reads SRT, however carelessly it was written: only the lines of times must be recognizable.
struct SRTReader {
  private var builder = SheetBuilder()
  private var timing: CueTiming?
  private var number = 0  // the line of the cue's times
  private var rows: [Bytes] = []
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var reader = SRTReader(remarks: remarks)
    for line in Lines(text) { try reader.take(line) }
    try reader.finish(isLast: true)
    remarks = reader.remarks
    return LyricSheet(tracks: [LyricTrack(sections: reader.builder.sections())])
  }

  private init(remarks: Remarks) { self.remarks = remarks }

  private mutating func take(_ line: NumberedLine) throws(Diagnostic) {
    if let next = CueTiming(line.bytes) {
      try finish(isLast: false)
      timing = next
      number = line.number
    } else if timing != nil {
      if rows.count == 1000 {
        remarks.warn(line.number, "the cue has too many rows; the rest was left out")
      }
      if rows.count <= 1000 { rows.append(line.bytes.trimmed) }
    } else if !line.bytes.trimmed.isEmpty, line.bytes.integer == nil {
      remarks.warn(line.number, "this stands before the first cue; it was left out")
    }
  }

  private mutating func finish(isLast: Bool) throws(Diagnostic) {
    defer {
      timing = nil
      rows = []
    }
    guard let timing else { return }
    // The number right before the next times counts the next cue.
    while rows.last?.isEmpty == true { rows.removeLast() }
    if !isLast, rows.last?.integer != nil { rows.removeLast() }
    var splitter = WordSplitter()
    for row in rows where !row.isEmpty {
      splitter.append(CueText.plain(row)[...])
      splitter.breakRow()
    }
    let words = splitter.finished
    guard !words.isEmpty else { return }
    try remarks.count(words.count, at: number)
    builder.line(remarks.cue(timing.start, timing.end, words: words, at: number))
  }
}

extension Remarks {
  /// A line with the times of a cue, as far as they can be.
  mutating func cue(_ start: Time, _ end: Time, words: [LyricWord], voice: String = "", at number: Int)
    -> LyricLine
  {
    var line = LyricLine(voice: voice, start: max(.zero, start), end: end, words: words)
    if start < .zero { warn(number, "the line starts before the song; it was moved to its start") }
    if end <= line.start ?? .zero {
      warn(number, "the line doesn't end after it starts; it lasts until the next one")
      line.end = nil
    }
    return line
  }
}
