/// U+FEFF, which stands at the start of a file, and so in the middle where files were put together.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A text without those at the starts of its lines.
  static func removed(fromStartsOfLines text: [UInt8]) -> [UInt8] {
    guard text[...].firstIndex(of: "\u{FEFF}") != nil else { return text }
    var kept: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let isAtStart = kept.last.map { $0 == 0x0A || $0 == 0x0D } ?? true
      if isAtStart, text[index...].starts(with: utf8) {
        index += utf8.count
      } else {
        kept.append(text[index])
        index += 1
      }
    }
    return kept
  }
}

extension NumberedLine {
  /// The pieces between byte order marks. One before a bracket is where another file began, whose first line
  /// has no other start; any other is nothing.
  var piecesBetweenMarks: [NumberedLine] {
    guard bytes.firstIndex(of: "\u{FEFF}") != nil else { return [self] }
    var pieces: [[UInt8]] = [[]]
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index...].starts(with: ByteOrderMark.utf8) {
        index += ByteOrderMark.utf8.count
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "[") { pieces.append([]) }
      } else {
        pieces[pieces.count - 1].append(bytes[index])
        index += 1
      }
    }
    return pieces.map { NumberedLine(number: number, bytes: $0[...]) }
  }
}
