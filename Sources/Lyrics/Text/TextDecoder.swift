/// Makes UTF-8 of a file's bytes.
///
/// Without an encoding named it looks at the byte order mark, then at where the zero bytes are.
enum TextDecoder {
  static func utf8(_ bytes: [UInt8], encoding: TextEncoding?, remarks: inout Remarks) -> [UInt8] {
    let (found, mark) = encodingMark(of: bytes)
    let body = bytes[(encoding == nil || encoding == found ? mark : 0)...]
    switch encoding ?? found ?? guess(body) {
    case .utf8: return repaired(body, &remarks)
    case .utf16le: return utf16(body, low: 0, &remarks)
    case .utf16be: return utf16(body, low: 1, &remarks)
    }
  }

  private static func encodingMark(of bytes: [UInt8]) -> (TextEncoding?, Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return (nil, 0)
  }

  /// Text in UTF-16 has zeros in every other byte, as many as it has signs of ASCII; UTF-8 has none.
  private static func guess(_ bytes: Bytes) -> TextEncoding {
    let sample = Array(bytes.prefix(512))
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = sample.count / 2
    if pairs > 1, zeros.odd * 10 > pairs, zeros.even * 8 < zeros.odd { return .utf16le }
    if pairs > 1, zeros.even * 10 > pairs, zeros.odd * 8 < zeros.even { return .utf16be }
    return .utf8
  }

  private static func repaired(_ bytes: Bytes, _ remarks: inout Remarks) -> [UInt8] {
    guard let bad = firstInvalid(bytes) else { return Array(bytes) }
    let line = 1 + bytes[..<bad].count { $0 == 0x0A }
    let likely = EncodingGuess.likely(bytes)
    remarks.warn(
      line, "here are bytes that are no UTF-8; they were replaced",
      hints: likely.isEmpty
        ? "the rest of the file is UTF-8"
        : "the file looks like \(likely.joined(separator: " or ")): say --encoding \(likely[0])")
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    var rest = bytes
    while let bad = firstInvalid(rest) {
      text += rest[..<bad]
      text += "\u{FFFD}".utf8
      rest = rest[(bad + 1)...]
    }
    return text + rest
  }

  static func isUTF8(_ bytes: Bytes) -> Bool { firstInvalid(bytes) == nil }

  private static func firstInvalid(_ bytes: Bytes) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let next = index + 1 < bytes.endIndex ? bytes[index + 1] : 0
      guard byte >= 0xC2, byte <= 0xF4, index + length <= bytes.endIndex else { return index }
      guard bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return index }
      let isBad =
        (byte == 0xE0 && next < 0xA0) || (byte == 0xED && next > 0x9F) || (byte == 0xF0 && next < 0x90)
        || (byte == 0xF4 && next > 0x8F)
      if isBad { return index }
      index += length
    }
    return nil
  }

  private static func utf16(_ bytes: Bytes, low: Int, _ remarks: inout Remarks) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8)
      index += 2
    }
    if index < bytes.endIndex {
      remarks.warn(1 + units.count { $0 == 0x0A }, "half a character at the end was left out")
    }
    var text: [UInt8] = []
    text.reserveCapacity(units.count)
    var replaced: Int?
    var decoder = UTF16()
    var source = units.makeIterator()
    var line = 1
    while true {
      switch decoder.decode(&source) {
      case .scalarValue(let scalar):
        if scalar == "\n" { line += 1 }
        append(scalar, to: &text)
      case .error:
        replaced = replaced ?? line
        append("\u{FFFD}", to: &text)
      case .emptyInput:
        if let replaced { remarks.warn(replaced, "here are bytes that are no UTF-16; they were replaced") }
        return text
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    if scalar.isASCII {
      text.append(UInt8(scalar.value))
    } else {
      text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    }
  }
}
