internal import Primitives

/// Reads what recognizers print while they listen: Whisper, whisper.cpp, Whisper JAX, faster-whisper.
///
/// Every line stands for itself. What they say besides, such as the language they heard, is left out.
enum TranscriptReader {
  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var cues: [Cue] = []
    for line in Lines(text) {
      let bytes = line.bytes.trimmed
      guard !bytes.isEmpty else { continue }
      guard let read = TranscriptLine(bytes) else {
        remarks.warn(line.number, "a line without times; it was left out")
        continue
      }
      let words = WordSplitter.words(read.text)
      guard !words.isEmpty else { continue }
      try remarks.count(words.count, at: line.number)
      cues.append(Cue(number: line.number, start: read.start, end: read.end, words: words))
    }
    return LyricSheet(cues: cues, &remarks)
  }
}

/// `[00:00.000 --> 00:02.500]  so long`, with one dash or two, with hours or seconds alone: `[0.00s -> 2.50s]`.
struct TranscriptLine {
  let start: Time
  let end: Time
  let text: Bytes

  init?(_ line: Bytes) {
    guard let times = line.bracketed, let arrow = times.firstIndex(of: "->") else { return nil }
    var head = times[..<arrow]
    while head.last == UInt8(ascii: "-") { head = head.dropLast() }
    guard let start = TranscriptLine.time(head), let end = TranscriptLine.time(times[(arrow + 2)...]) else {
      return nil
    }
    (self.start, self.end) = (start, end)
    text = line[(times.endIndex + 1)...]
  }

  private static func time(_ text: Bytes) -> Time? {
    let text = text.trimmed
    return ClockTime.clock(text.last == UInt8(ascii: "s") ? text.dropLast() : text)
  }
}
