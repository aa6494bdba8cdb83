/// The XML that QQ Music puts around a sheet: `<Lyric_1 LyricType="1" LyricContent="..."/>`.
///
/// The sheet isn't always escaped as XML demands, so it ends with the last quote before a tag's end.
enum QRCWrapper {
  /// What is inside, on the lines it stands on; nil for text without such XML.
  static func content(of text: Bytes) -> [UInt8]? {
    guard text.first == UInt8(ascii: "<"), let name = text.prefix(4000).firstIndex(of: "LyricContent=\"")
    else { return nil }
    let start = name + 14
    let rest = text[start...]
    var end = rest.lastIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex
    if let tag = rest.firstIndex(of: "\"/>") ?? rest.firstIndex(of: "\" />") { end = min(end, tag) }
    let before = text[..<start].count { $0 == 0x0A }
    return [UInt8](repeating: 0x0A, count: before) + Array(XMLText.unescaped(text[start..<end]).utf8)
  }
}
