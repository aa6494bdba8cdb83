internal import Primitives

/// Reads SRT, however carelessly it was written: only the lines of times must be recognizable.
struct SRTReader {
  private var cues: [Cue] = []
  private var timing: CueTiming?
  private var number = 0  // the line of the cue's times
  private var rows: [Bytes] = []
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var reader = SRTReader(remarks: remarks)
    for line in Lines(text) { try reader.take(line) }
    try reader.finish(isLast: true)
    remarks = reader.remarks
    return LyricSheet(cues: reader.cues, &remarks)
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
    let text = SRTText(rows.filter { !$0.isEmpty })
    guard !text.words.isEmpty else { return }
    try remarks.count(text.words.count, at: number)
    cues.append(
      Cue(number: number, start: timing.start, end: timing.end, words: text.words, marked: text.marked))
  }
}
