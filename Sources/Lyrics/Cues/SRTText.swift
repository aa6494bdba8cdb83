/// What an SRT cue says: its words without `<i>`-like tags, closed or not, and without `{\an8}`-like ones.
struct SRTText {
  private(set) var words: [LyricWord] = []
  private(set) var marked: Range<Int>?
  private var text = MarkedText()

  init(_ rows: [Bytes]) {
    for row in rows {
      take(row)
      text.plain.append(0x0A)
    }
    words = WordSplitter.words(text.plain[...])
    marked = text.marked(of: words.count)
  }

  private mutating func take(_ row: Bytes) {
    var index = row.startIndex
    while index < row.endIndex {
      if let (next, closes) = SRTText.tag(row, at: index) {
        if closes { text.closeMark() } else { text.openMark() }
        index = next
      } else if let next = SRTText.overrideEnd(row, at: index) {
        index = next
      } else {
        text.plain.append(row[index])
        index += 1
      }
    }
  }

  /// Where the text goes on after a tag; spaces may stand in it, as in `< /  i >`.
  static func tag(_ text: Bytes, at start: Int) -> (next: Int, closes: Bool)? {
    guard text[start] == UInt8(ascii: "<") else { return nil }
    var index = start + 1
    while index < text.endIndex, text[index] == 0x20 || text[index] == UInt8(ascii: "/") { index += 1 }
    guard index < text.endIndex, text[index].isLetter else { return nil }
    let rest = text[index...].prefix(200)
    guard let close = rest.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }),
      text[close] == UInt8(ascii: ">")
    else { return nil }
    return (close + 1, text[start..<index].contains(UInt8(ascii: "/")))
  }

  private static func overrideEnd(_ text: Bytes, at start: Int) -> Int? {
    guard text[start...].hasPrefix("{\\"),
      let close = text[start...].prefix(400).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    return close + 1
  }
}
