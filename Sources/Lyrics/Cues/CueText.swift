/// The text of a cue without its markup.
enum CueText {
  /// Without `<i>`-like tags, closed or not, and without `{\an8}`-like ones.
  static func plain(_ text: Bytes) -> [UInt8] {
    var plain: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if let next = tagEnd(text, at: index) ?? overrideEnd(text, at: index) {
        index = next
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    return plain
  }

  /// Where the text goes on after a tag; spaces may stand in it, as in `< /  i >`.
  private static func tagEnd(_ text: Bytes, at start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "<") else { return nil }
    var index = start + 1
    while index < text.endIndex, text[index] == 0x20 || text[index] == UInt8(ascii: "/") { index += 1 }
    guard index < text.endIndex, text[index].isLetter else { return nil }
    let rest = text[index...].prefix(200)
    guard let close = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      text[close] == UInt8(ascii: ">")
    else { return nil }
    return close + 1
  }

  private static func overrideEnd(_ text: Bytes, at start: Int) -> Int? {
    guard text[start...].hasPrefix("{\\"),
      let close = text[start...].prefix(400).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return close + 1
  }
}
