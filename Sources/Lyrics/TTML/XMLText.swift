/// Text of an XML document, with what its references stand for. Those nobody knows stay as they are.
struct XMLText {
  private(set) var plain: String
  /// Whether a reference to a character that no XML may hold was left out, such as `&#0;`.
  private(set) var lacksSome = false

  init(_ text: Bytes) {
    guard text.contains(UInt8(ascii: "&")) else {
      plain = text.string
      return
    }
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"),
        let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let meaning = XMLText.meaning(of: text[(index + 1)..<end])
      {
        switch meaning {
        case .character(let scalar): bytes += Array(String(scalar).utf8)
        case .forbidden: lacksSome = true
        }
        index = end + 1
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    plain = bytes[...].string
  }

  static func unescaped(_ text: Bytes) -> String { XMLText(text).plain }

  /// Whether a character may be in XML 1.0 at all.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0xFFFE, 0xFFFF: false
    default: scalar.value >= 0x20
    }
  }

  private enum Meaning {
    case character(Unicode.Scalar)
    /// What XML can't hold.
    case forbidden
  }

  /// Nil for a reference nobody knows.
  private static func meaning(of reference: Bytes) -> Meaning? {
    switch reference.string {
    case "amp": return .character("&")
    case "lt": return .character("<")
    case "gt": return .character(">")
    case "quot": return .character("\"")
    case "apos": return .character("'")
    case "nbsp": return .character("\u{A0}")
    case let name where name.hasPrefix("#x"): return UInt32(name.dropFirst(2), radix: 16).map(meaning)
    case let name where name.hasPrefix("#"): return UInt32(name.dropFirst()).map(meaning)
    default: return nil
    }
  }

  private static func meaning(of number: UInt32) -> Meaning {
    guard let scalar = Unicode.Scalar(number), isAllowed(scalar) else { return .forbidden }
    return .character(scalar)
  }
}
