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
        plain.append(next == UInt8(ascii: "n") ? 0x0A : next == UInt8(ascii: "t") ? 0x09 : next)
        index += 2
      } else {
        plain.append(byte)
        index += 1
      }
    }
    return plain[...].string
  }
}
