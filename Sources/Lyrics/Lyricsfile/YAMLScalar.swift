internal import Primitives

/// What stands on one row of YAML: a key, and values that are no blocks.
enum YAMLScalar {
  /// A key and what stands after its colon.
  static func key(_ text: Bytes) -> (String, Bytes)? {
    guard let first = text.first,
      first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: "\"")
        || first == UInt8(ascii: "'")
    else { return nil }
    guard let colon = text.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = text[(colon + 1)...]
    guard rest.isEmpty || rest.first?.isSpace == true else { return nil }
    let name = text[..<colon].trimmed
    guard !name.contains(UInt8(ascii: " ")) else { return nil }
    return (scalar(name).string ?? name.string, rest)
  }

  static func scalar(_ text: Bytes) -> JSONValue {
    if let quote = text.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      return .string(unquoted(text.dropFirst(), quote))
    }
    var plain = text
    if let comment = text.firstIndex(of: " #") { plain = text[..<comment].trimmed }
    switch plain.string {
    case "true", "True", "yes": return .bool(true)
    case "false", "False", "no": return .bool(false)
    case "null", "~", "": return .null
    case "[]": return .list([])
    case "{}": return .object([], line: 1)
    default: return plain.integer == nil ? .string(plain.string) : .number(plain)
    }
  }

  private static func unquoted(_ text: Bytes, _ quote: UInt8) -> String {
    var plain: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let next = index + 1 < text.endIndex ? text[index + 1] : 0
      if byte == quote {
        guard quote == UInt8(ascii: "'"), next == quote else { break }
        plain.append(quote)
        index += 2
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1 + escape(text[(index + 1)...], &plain)
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain[...].string
  }

  /// Adds what an escape in double quotes stands for. Returns how long it is, without its backslash.
  private static func escape(_ text: Bytes, _ plain: inout [UInt8]) -> Int {
    guard let letter = text.first else { return 1 }
    let digits: Int? =
      switch letter {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: nil
      }
    if let digits, let code = UInt32(text.dropFirst().prefix(digits).string, radix: 16) {
      plain += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
      return digits + 1
    }
    switch letter {
    case UInt8(ascii: "n"): plain.append(0x0A)
    case UInt8(ascii: "t"): plain.append(0x09)
    case UInt8(ascii: "_"): plain += Array("\u{A0}".utf8)
    default: plain.append(letter)
    }
    return 1
  }
}
