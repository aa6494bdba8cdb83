internal import Primitives

/// Reads XML as far as lyric sheets need it: elements, attributes, text and references.
///
/// A tag that closes nothing is skipped and one that is never closed ends with its parent, each
/// with a warning. No definition of a document type is followed.
struct XMLReader {
  private let text: Bytes
  private var index: Int
  private var line = 1
  private var counted: Int
  private var open: [XMLElement]
  private var nodes = 0
  private var remarks: Remarks

  private static let depthLimit = 64
  private static let nodeLimit = 400_000

  /// - Returns: a nameless element that holds all the document's.
  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> XMLElement {
    var reader = XMLReader(text, remarks)
    let root = try reader.document()
    remarks = reader.remarks
    return root
  }

  private init(_ text: Bytes, _ remarks: Remarks) {
    self.text = text
    self.remarks = remarks
    index = text.startIndex
    counted = text.startIndex
    open = [XMLElement(name: "", line: 1)]
  }

  private mutating func document() throws(Diagnostic) -> XMLElement {
    while index < text.endIndex {
      if text[index] != UInt8(ascii: "<") {
        let end = text[index...].firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex
        append(.text(XMLText.unescaped(text[index..<end])))
        index = end
        nodes += 1
      } else if text[index...].hasPrefix("<!--") {
        skip(past: "-->")
      } else if text[index...].hasPrefix("<![CDATA[") {
        let end = text.firstIndex(of: "]]>", from: index) ?? text.endIndex
        append(.text(text[min(index + 9, end)..<end].string))
        index = min(end + 3, text.endIndex)
      } else if text[index...].hasPrefix("<?") || text[index...].hasPrefix("<!") {
        skip(past: ">")
      } else {
        try takeTag()
      }
      guard nodes <= XMLReader.nodeLimit else {
        throw remarks.failure(currentLine(), "there are too many elements for a lyric sheet")
      }
    }
    if open.count > 1 {
      remarks.warn(open[open.count - 1].line, "<\(open[open.count - 1].name)> is never closed")
    }
    while open.count > 1 { close() }
    return open[0]
  }

  private mutating func skip(past mark: StaticString) {
    let end = text.firstIndex(of: mark, from: index)
    index = end.map { min($0 + mark.utf8CodeUnitCount, text.endIndex) } ?? text.endIndex
  }

  private mutating func append(_ node: XMLNode) { open[open.count - 1].children.append(node) }

  private mutating func close() {
    let element = open.removeLast()
    append(.element(element))
  }

  private mutating func currentLine() -> Int {
    while counted < index {
      let byte = text[counted]
      if byte == 0x0A || (byte == 0x0D && (counted + 1 == text.endIndex || text[counted + 1] != 0x0A)) {
        line += 1
      }
      counted += 1
    }
    return line
  }

  private mutating func takeTag() throws(Diagnostic) {
    nodes += 1
    let number = currentLine()
    index += 1
    if index < text.endIndex, text[index] == UInt8(ascii: "/") {
      index += 1
      let name = takeName()
      skip(past: ">")
      guard let match = open.lastIndex(where: { $0.name == name }), match > 0 else {
        return remarks.warn(number, "</\(name)> closes nothing")
      }
      if match < open.count - 1 { remarks.warn(number, "<\(open[open.count - 1].name)> is never closed") }
      while open.count > match { close() }
      return
    }
    let name = takeName()
    guard !name.isEmpty else {
      append(.text("<"))
      return
    }
    var element = XMLElement(name: name, line: number)
    let isEmpty = takeAttributes(of: &element)
    guard open.count < XMLReader.depthLimit else {
      throw remarks.failure(number, "elements are nested too deeply for a lyric sheet")
    }
    open.append(element)
    if isEmpty { close() }
  }

  /// A name without its prefix.
  private mutating func takeName() -> String {
    let start = index
    while index < text.endIndex, !text[index].isSpace, !"<>/=\"'".utf8.contains(text[index]) { index += 1 }
    let name = text[start..<index]
    let colon = name.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? start
    return name[colon...].string
  }

  /// - Returns: whether the element ends with its tag.
  private mutating func takeAttributes(of element: inout XMLElement) -> Bool {
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return false
      }
      if byte == UInt8(ascii: "/"), index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: ">") {
        index += 2
        return true
      }
      if byte == UInt8(ascii: "<") { return false }
      let start = index
      let name = takeName()
      if index == start || name.isEmpty {
        index = max(index, start + 1)
        continue
      }
      if let value = takeValue(), element.attributes.count < 64 { element.attributes.append((name, value)) }
    }
    return false
  }

  private mutating func takeValue() -> String? {
    skipSpaces()
    guard index < text.endIndex, text[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skipSpaces()
    guard index < text.endIndex, text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'")
    else { return nil }
    let quote = text[index]
    let end = text[(index + 1)...].firstIndex(of: quote) ?? text.endIndex
    defer { index = min(end + 1, text.endIndex) }
    return XMLText.unescaped(text[(index + 1)..<end])
  }

  private mutating func skipSpaces() {
    while index < text.endIndex, text[index].isSpace { index += 1 }
  }
}
