/// Text of an XML document.
enum XMLText {
  /// With what its references stand for; those nobody knows stay as they are.
  static func unescaped(_ text: Bytes) -> String {
    guard text.contains(UInt8(ascii: "&")) else { return text.string }
    var plain: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"),
        let end = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let meaning = meaning(of: text[(index + 1)..<end])
      {
        plain += Array(String(meaning).utf8)
        index = end + 1
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    return plain[...].string
  }

  private static func meaning(of reference: Bytes) -> Unicode.Scalar? {
    switch reference.string {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    case let name where name.hasPrefix("#x"):
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let name where name.hasPrefix("#"): return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
