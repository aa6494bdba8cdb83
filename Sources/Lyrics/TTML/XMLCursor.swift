/// A place in an XML document that moves past names, attributes and whatever else there is.
struct XMLCursor {
  let text: Bytes
  private(set) var index: Int
  private var counted: Int
  private var number = 1
  /// Whether some text so far had references to characters that XML forbids; whoever reads it may forget that.
  var lacksSome = false

  init(_ text: Bytes) {
    self.text = text
    index = text.startIndex
    counted = text.startIndex
  }

  var isAtEnd: Bool { index >= text.endIndex }
  var next: UInt8? { index < text.endIndex ? text[index] : nil }

  func isAt(_ mark: String) -> Bool { text[index...].hasPrefix(mark) }

  /// The line it is on, counted from 1.
  mutating func line() -> Int {
    while counted < index {
      let byte = text[counted]
      if byte == 0x0A || (byte == 0x0D && (counted + 1 == text.endIndex || text[counted + 1] != 0x0A)) {
        number += 1
      }
      counted += 1
    }
    return number
  }

  mutating func skip(_ count: Int = 1) { index = min(index + count, text.endIndex) }

  mutating func skip(past mark: String) {
    index = text.firstIndex(of: mark, from: index) ?? text.endIndex
    skip(mark.utf8.count)
  }

  /// What stands before a mark, or all the rest. It moves to the mark.
  mutating func take(upTo mark: String) -> Bytes {
    let start = index
    index = text.firstIndex(of: mark, from: index) ?? text.endIndex
    return text[start..<index]
  }

  /// A name without its prefix.
  mutating func takeName() -> String {
    let start = index
    while let byte = next, !byte.isSpace, !"<>/=\"'".utf8.contains(byte) { index += 1 }
    let name = text[start..<index]
    let colon = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? start
    return name[colon...].string
  }

  /// The attributes of a tag up to its end, and whether it closes itself.
  mutating func takeAttributes() -> (attributes: [(name: String, value: String)], isEmpty: Bool) {
    var attributes: [(name: String, value: String)] = []
    while let byte = next, byte != UInt8(ascii: "<") {
      if byte == UInt8(ascii: ">") {
        index += 1
        return (attributes, false)
      }
      if isAt("/>") {
        index += 2
        return (attributes, true)
      }
      let start = index
      let name = takeName()
      if name.isEmpty {
        index = max(index, start + 1)
        continue
      }
      if let value = takeValue(), attributes.count < 64 { attributes.append((name, value)) }
    }
    return (attributes, false)
  }

  private mutating func takeValue() -> String? {
    skipSpaces()
    guard next == UInt8(ascii: "=") else { return nil }
    index += 1
    skipSpaces()
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    index += 1
    let end = text[index...].firstIndex(of: quote) ?? text.endIndex
    defer { index = min(end + 1, text.endIndex) }
    return unescaped(text[index..<end])
  }

  /// Text with what its references stand for.
  mutating func unescaped(_ bytes: Bytes) -> String {
    let text = XMLText(bytes)
    lacksSome = lacksSome || text.lacksSome
    return text.plain
  }

  private mutating func skipSpaces() {
    while let byte = next, byte.isSpace { index += 1 }
  }
}
