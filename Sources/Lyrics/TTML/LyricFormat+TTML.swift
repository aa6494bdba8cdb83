internal import Primitives

extension LyricFormat {
  package static let ttml = LyricFormat(
    name: "TTML", endings: ["ttml", "dfxp", "xml"], opens: isMarkup, read: TTMLReader.read,
    write: TTMLWriter.text, manner: .untimed)

  private static func isMarkup(_ text: Bytes) -> Bool {
    guard text.first == UInt8(ascii: "<") else { return false }
    return text.hasPrefix("<?xml") || text.hasPrefix("<!--") || text.hasPrefix("<tt")
      || text.prefix(400).firstIndex(of: "<tt") != nil
  }
}
