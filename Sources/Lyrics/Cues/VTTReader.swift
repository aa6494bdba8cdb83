internal import Primitives

/// Reads WebVTT with voices and karaoke stamps. Styles, regions and notes are skipped.
struct VTTReader {
  private var cues: [Cue] = []
  private var language = ""
  private var remarks: Remarks

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> LyricSheet {
    var reader = VTTReader(remarks: remarks)
    try reader.readBlocks(of: text)
    remarks = reader.remarks
    return LyricSheet(cues: reader.cues, language: reader.language, &remarks)
  }

  private init(remarks: Remarks) { self.remarks = remarks }

  private mutating func readBlocks(of text: Bytes) throws(Diagnostic) {
    var block: [NumberedLine] = []
    var (isHead, isInCue) = (true, false)
    for line in Lines(text) {
      // A row of nothing but spaces is a row; before the times it can only be a careless blank line.
      if isInCue ? line.bytes.isEmpty : line.bytes.trimmed.isEmpty {
        try take(block, isHead: isHead)
        isHead = isHead && block.isEmpty
        (block, isInCue) = ([], false)
        continue
      }
      let isTiming = line.bytes.firstIndex(of: "->") != nil && VTTReader.timing(line.bytes) != nil
      // An arrow ends the cue before it even without a blank line, whatever stands around it.
      if isInCue && (isTiming || line.bytes.firstIndex(of: "-->") != nil) || isHead && isTiming {
        try take(block, isHead: isHead)
        (block, isHead, isInCue) = ([], false, false)
      }
      if block.count == 1000 {
        remarks.warn(line.number, "the cue has too many rows; the rest was left out")
      }
      if block.count <= 1000 { block.append(line) }
      isInCue = isInCue || isTiming
    }
    try take(block, isHead: isHead)
  }

  /// The times of a cue. Digits that lack are forgiven, but not too many: the standard counts them.
  private static func timing(_ line: Bytes) -> CueTiming? {
    CueTiming(line).flatMap { $0.isTooLong ? nil : $0 }
  }

  private mutating func take(_ block: [NumberedLine], isHead: Bool) throws(Diagnostic) {
    guard let first = block.first else { return }
    if isHead {
      if !first.bytes.hasPrefix("WEBVTT") {
        remarks.warn(first.number, "the file doesn't begin with WEBVTT; it was read all the same")
      }
      for line in block.dropFirst() where line.bytes.hasPrefix(ignoringCase: "Language:") {
        language = line.bytes.dropFirst(9).trimmed.string
      }
    }
    let kind = first.bytes.trimmed
    if kind.hasPrefix("NOTE") || kind.equals(ignoringCase: "STYLE") || kind.equals(ignoringCase: "REGION") {
      return
    }
    guard let place = block.prefix(2).firstIndex(where: { VTTReader.timing($0.bytes) != nil }),
      let timing = VTTReader.timing(block[place].bytes)
    else {
      if !isHead { remarks.warn(first.number, "this is no cue; it was left out") }
      return
    }
    try take(timing, rows: block[(place + 1)...], at: block[place].number)
  }

  private mutating func take(
    _ timing: CueTiming, rows: ArraySlice<NumberedLine>, at number: Int
  ) throws(Diagnostic) {
    if !timing.isStrict { remarks.warn(number, "the times aren't written as WebVTT demands") }
    guard timing.start <= timing.end else {
      return remarks.warn(number, "the cue ends before it starts; it was left out")
    }
    let text = VTTText(Array(rows.map(\.bytes).joined(separator: [0x0A]))[...], timing)
    guard !text.words.isEmpty else { return }
    if text.hasIgnoredStamps { remarks.warn(number, "stamps outside the cue or going back were ignored") }
    try remarks.count(text.words.count, at: number)
    cues.append(
      Cue(
        number: number, start: timing.start, end: timing.end, words: text.words, voice: text.voice,
        marked: text.marked))
  }
}
