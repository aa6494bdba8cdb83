internal import Primitives

extension LyricFormat {
  package static let json = LyricFormat(
    name: "JSON", endings: ["json"], opens: isJSON, read: JSONReader.read, write: JSONWriter.text,
    manner: .lossless)

  private static func isJSON(_ text: Bytes) -> Bool {
    switch text.first {
    case UInt8(ascii: "{"):
      var lines = Lines(text.prefix(2000))
      return Credit(lines.next()?.bytes ?? []) == nil
    case UInt8(ascii: "["): return isList(text.dropFirst().prefix(200).trimmed)
    default: return false
    }
  }

  /// Whether a bracket opens a JSON list rather than a stamp or a tag.
  private static func isList(_ inside: Bytes) -> Bool {
    guard let first = inside.first else { return false }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "]") || first == UInt8(ascii: "\"")
      || first == UInt8(ascii: "[")
  }
}
