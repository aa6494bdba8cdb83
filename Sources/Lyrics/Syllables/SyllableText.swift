internal import Primitives

/// The syllables of a line, each before its times (QRC, LYS) or after them (YRC).
///
/// The space between words may be a syllable of its own, at time 0.
enum SyllableText {
  static func words(_ text: Bytes, as dialect: SyllableDialect, offset: Time) -> [LyricWord] {
    var splitter = WordSplitter()
    var piece = text.startIndex
    var pending: (start: Time, end: Time)?
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "("), let (times, next) = times(text, at: index, dialect, offset)
      else {
        index += 1
        continue
      }
      let written = dialect == .yrc ? pending : times
      splitter.append(text[piece..<index], start: written?.start, end: written?.end)
      pending = times
      piece = next
      index = next
    }
    let last = dialect == .yrc ? pending : nil
    splitter.append(text[piece...], start: last?.start, end: last?.end)
    return splitter.finished
  }

  private static func times(_ text: Bytes, at index: Int, _ dialect: SyllableDialect, _ offset: Time)
    -> ((start: Time, end: Time), Int)?
  {
    guard let close = text[index...].prefix(50).firstIndex(of: UInt8(ascii: ")")) else { return nil }
    let numbers = text[(index + 1)..<close].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard numbers.count == (dialect == .yrc ? 3 : 2),
      let start = numbers[0].integer.flatMap(ClockTime.milliseconds),
      let length = numbers[1].integer.flatMap(ClockTime.milliseconds), length >= .zero
    else { return nil }
    return ((max(.zero, start - offset), max(.zero, start - offset + length)), close + 1)
  }
}
