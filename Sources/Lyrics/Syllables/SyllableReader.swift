internal import Primitives

/// Reads the three formats that give every syllable its milliseconds: QRC, YRC and LYS.
///
/// QRC writes `[start,length]text(start,length)`, YRC `[start,length](start,length,0)text`, LYS
/// `[voice]text(start,length)`.
struct SyllableReader {
  private var sheet = LyricSheet()
  private var lines: [LyricLine] = []
  private var offset = Time.zero
  private let dialect: SyllableDialect

  static func read(_ text: Bytes, as dialect: SyllableDialect, _ remarks: inout Remarks) throws(Diagnostic)
    -> LyricSheet
  {
    var reader = SyllableReader(dialect: dialect)
    for line in Lines(text) { try reader.take(line, &remarks) }
    var builder = SheetBuilder()
    for line in reader.lines { builder.line(line) }
    reader.sheet.tracks = [LyricTrack(sections: builder.sections())]
    return reader.sheet
  }

  private init(dialect: SyllableDialect) { self.dialect = dialect }

  private mutating func take(_ line: NumberedLine, _ remarks: inout Remarks) throws(Diagnostic) {
    let text = line.bytes.trimmed
    guard !text.isEmpty else { return }
    if let credit = Credit(text) { return sheet.metadata.append(credit.fact) }
    guard text.first == UInt8(ascii: "["), let close = text.prefix(200).firstIndex(of: UInt8(ascii: "]"))
    else {
      return remarks.warn(line.number, "a line without times; it was left out")
    }
    let head = text[(text.startIndex + 1)..<close]
    if let colon = head.firstIndex(of: UInt8(ascii: ":")) {
      return takeFact(head[..<colon].string, text[(colon + 1)...], line.number, &remarks)
    }
    let numbers = head.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(\.integer)
    let words = SyllableText.words(text[(close + 1)...], as: dialect, offset: offset)
    try remarks.count(words.count, at: line.number)
    guard !words.isEmpty else { return }
    var sung = LyricLine(start: words.start, end: words.end, words: words)
    if dialect == .lys {
      let property = numbers.first.flatMap { $0 } ?? 0
      if property >= 6, let last = lines.indices.last {
        lines[last].background += words
        return
      }
      sung.voice = [2, 5, 8].contains(property) ? "v2" : [1, 4, 7].contains(property) ? "v1" : ""
    } else if numbers.count == 2, let start = numbers[0].flatMap(ClockTime.milliseconds),
      let length = numbers[1].flatMap(ClockTime.milliseconds)
    {
      sung.start = max(.zero, start - offset)
      sung.end = max(.zero, start - offset + max(.zero, length))
    } else {
      remarks.warn(line.number, "the times of this line can't be read; those of its words were taken")
    }
    lines.append(sung)
  }

  private mutating func takeFact(_ name: String, _ rest: Bytes, _ number: Int, _ remarks: inout Remarks) {
    let value = rest[..<(rest.lastIndex(of: UInt8(ascii: "]")) ?? rest.endIndex)].trimmed
    switch name {
    case "ti": sheet.title = value.string
    case "ar": sheet.artist = value.string
    case "offset":
      if let shift = value.integer.flatMap(ClockTime.milliseconds) {
        offset = shift
      } else if !value.isEmpty {
        remarks.warn(number, "the offset is no number of milliseconds; it was ignored")
      }
    default: sheet.metadata.append(.init(name, value.string))
    }
  }
}
