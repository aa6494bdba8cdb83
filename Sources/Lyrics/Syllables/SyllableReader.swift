internal import Primitives

/// Reads the three formats that give every syllable its milliseconds: QRC, YRC and LYS.
///
/// QRC writes `[start,length]text(start,length)`, YRC `[start,length](start,length,0)text`, LYS
/// `[voice]text(start,length)`. The space between words may be a syllable of its own, at time 0.
struct SyllableReader {
  private var sheet = LyricSheet()
  private var sections = [LyricSection()]
  private var offset = Time.zero
  private let format: LyricFormat

  static func read(_ text: Bytes, as format: LyricFormat, _ remarks: inout Remarks) throws(Diagnostic)
    -> LyricSheet
  {
    var reader = SyllableReader(format: format)
    for line in Lines(text) { try reader.take(line, &remarks) }
    var builder = SheetBuilder()
    for line in reader.sections[0].lines { builder.line(line) }
    reader.sheet.tracks = [LyricTrack(sections: builder.sections())]
    return reader.sheet
  }

  private init(format: LyricFormat) { self.format = format }

  private mutating func take(_ line: NumberedLine, _ remarks: inout Remarks) throws(Diagnostic) {
    let text = line.bytes.trimmed
    guard !text.isEmpty else { return }
    guard text.first == UInt8(ascii: "["), let close = text.prefix(200).firstIndex(of: UInt8(ascii: "]"))
    else {
      if text.first != UInt8(ascii: "{") {
        remarks.warn(line.number, "a line without times; it was left out")
      }
      return
    }
    let head = text[(text.startIndex + 1)..<close]
    if let colon = head.firstIndex(of: UInt8(ascii: ":")) {
      return takeFact(head[..<colon].string, head[(colon + 1)...].trimmed)
    }
    let numbers = head.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.integer)
    let words = syllables(text[(close + 1)...])
    try remarks.count(words.count, at: line.number)
    guard !words.isEmpty else { return }
    var sung = LyricLine(
      start: words.compactMap(\.start).min(), end: words.compactMap(\.end).max(), words: words)
    if format == .lys {
      let property = numbers.first.flatMap { $0 } ?? 0
      if property >= 6, !sections[0].lines.isEmpty {
        sections[0].lines[sections[0].lines.count - 1].background += words
        return
      }
      sung.voice = [2, 5, 8].contains(property) ? "v2" : [1, 4, 7].contains(property) ? "v1" : ""
    } else if numbers.count == 2, let start = numbers[0].flatMap(ClockTime.milliseconds),
      let length = numbers[1].flatMap(ClockTime.milliseconds)
    {
      sung.start = max(.zero, start - offset)
      sung.end = max(.zero, start - offset + length)
    } else {
      remarks.warn(line.number, "the times of this line can't be read; those of its words were taken")
    }
    sections[0].lines.append(sung)
  }

  private mutating func takeFact(_ name: String, _ value: Bytes) {
    switch name {
    case "ti": sheet.title = value.string
    case "ar": sheet.artist = value.string
    case "offset": offset = value.integer.flatMap(ClockTime.milliseconds) ?? .zero
    default: sheet.metadata.append(.init(name, value.string))
    }
  }

  private func syllables(_ text: Bytes) -> [LyricWord] {
    var splitter = WordSplitter()
    var piece = text.startIndex
    var pending: (start: Time, end: Time)?
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "("), let (times, next) = times(text, at: index) else {
        index += 1
        continue
      }
      let written = format == .yrc ? pending : times
      splitter.append(text[piece..<index], start: written?.start, end: written?.end)
      pending = times
      piece = next
      index = next
    }
    splitter.append(
      text[piece...], start: format == .yrc ? pending?.start : nil, end: format == .yrc ? pending?.end : nil
    )
    return splitter.finished
  }

  private func times(_ text: Bytes, at index: Int) -> ((start: Time, end: Time), Int)? {
    guard let close = text[index...].prefix(50).firstIndex(of: UInt8(ascii: ")")) else { return nil }
    let numbers = text[(index + 1)..<close].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard numbers.count == (format == .yrc ? 3 : 2),
      let start = numbers[0].integer.flatMap(ClockTime.milliseconds),
      let length = numbers[1].integer.flatMap(ClockTime.milliseconds), length >= .zero
    else { return nil }
    return ((max(.zero, start - offset), max(.zero, start - offset + length)), close + 1)
  }
}
