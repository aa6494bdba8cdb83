internal import Primitives

/// Reads JSON into values, no deeper and no more of them than a lyric sheet may have.
struct JSONParser {
  private let text: Bytes
  private var index: Int
  private var line = 1
  private var depth = 0
  private var values = 0
  private let remarks: Remarks

  private static let depthLimit = 64
  private static let valueLimit = 1_500_000

  static func parse(_ text: Bytes, _ remarks: Remarks) throws(Diagnostic) -> JSONValue {
    var parser = JSONParser(text, remarks)
    let value = try parser.value()
    parser.skipSpaces()
    guard parser.index == text.endIndex else { throw parser.failure("the JSON should end here") }
    return value
  }

  private init(_ text: Bytes, _ remarks: Remarks) {
    self.text = text
    self.remarks = remarks
    index = text.startIndex
  }

  private func failure(_ message: String) -> Diagnostic {
    remarks.failure(line, message)
  }

  private mutating func skipSpaces() {
    while index < text.endIndex, text[index].isSpace {
      if text[index] == 0x0A || (text[index] == 0x0D && text[index...].dropFirst().first != 0x0A) {
        line += 1
      }
      index += 1
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpaces()
    guard index < text.endIndex, text[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(Diagnostic) -> JSONValue {
    values += 1
    guard values <= JSONParser.valueLimit else {
      throw failure("there are too many values for a lyric sheet")
    }
    skipSpaces()
    guard index < text.endIndex else { throw failure("the JSON breaks off here") }
    switch text[index] {
    case UInt8(ascii: "{"): return try nested { parser throws(Diagnostic) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(Diagnostic) in try parser.list() }
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func nested(
    _ body: (inout JSONParser) throws(Diagnostic) -> JSONValue
  ) throws(Diagnostic) -> JSONValue {
    guard depth < JSONParser.depthLimit else {
      throw failure("the JSON is nested too deeply for a lyric sheet")
    }
    depth += 1
    index += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Diagnostic) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    let first = line
    while !skip(UInt8(ascii: "}")) {
      if !members.isEmpty, !skip(UInt8(ascii: ",")) { throw failure("a comma or } is missing here") }
      if skip(UInt8(ascii: "}")) { break }
      skipSpaces()
      guard index < text.endIndex, text[index] == UInt8(ascii: "\"") else {
        throw failure("a name in quotes is missing here")
      }
      let name = try string()
      guard skip(UInt8(ascii: ":")) else { throw failure("a colon is missing here") }
      members.append((name, try value()))
    }
    return .object(members, line: first)
  }

  private mutating func list() throws(Diagnostic) -> JSONValue {
    var values: [JSONValue] = []
    while !skip(UInt8(ascii: "]")) {
      if !values.isEmpty, !skip(UInt8(ascii: ",")) { throw failure("a comma or ] is missing here") }
      if skip(UInt8(ascii: "]")) { break }
      values.append(try value())
    }
    return .list(values)
  }

  private mutating func word() throws(Diagnostic) -> JSONValue {
    let start = index
    while index < text.endIndex,
      text[index].isLetter || text[index].isDigit || "+-.".utf8.contains(text[index])
    { index += 1 }
    let word = text[start..<index]
    switch word.string {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "NaN", "Infinity", "-Infinity": return .null
    default:
      guard let first = word.first, first.isDigit || first == UInt8(ascii: "-") else {
        index = start
        throw failure("this is no JSON")
      }
      return .number(word)
    }
  }

  private mutating func string() throws(Diagnostic) -> String {
    index += 1
    var bytes: [UInt8] = []
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return bytes[...].string }
      if byte == UInt8(ascii: "\\") {
        try escape(&bytes)
      } else {
        bytes.append(byte)
      }
    }
    throw failure("a string is never closed")
  }

  private mutating func escape(_ bytes: inout [UInt8]) throws(Diagnostic) {
    guard index < text.endIndex else { throw failure("a string is never closed") }
    let letter = text[index]
    index += 1
    switch letter {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): bytes.append(0x20)
    case UInt8(ascii: "u"):
      var unit = hexadecimal()
      if unit & 0xFC00 == 0xD800, text[index...].hasPrefix("\\u") {
        let before = index
        index += 2
        let low = hexadecimal()
        if low & 0xFC00 == 0xDC00 {
          unit = 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF)
        } else {
          index = before
        }
      }
      bytes += Array(String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: bytes.append(letter)
    }
  }

  private mutating func hexadecimal() -> UInt32 {
    let digits = text[index...].prefix(4)
    index += digits.count
    return UInt32(digits.string, radix: 16) ?? 0xFFFD
  }
}
