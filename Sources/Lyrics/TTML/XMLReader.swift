internal import Primitives

/// Reads XML as far as lyric sheets need it: elements, attributes, text and references.
///
/// A tag that closes nothing is skipped and one that is never closed ends with its parent, each
/// with a warning. No definition of a document type is followed.
struct XMLReader {
  private var cursor: XMLCursor
  private var open = [XMLElement(name: "", line: 1)]
  private var nodes = 0
  private var remarks: Remarks

  private static let depthLimit = 64
  private static let nodeLimit = 400_000

  /// - Returns: a nameless element that holds all the document's.
  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> XMLElement {
    var reader = XMLReader(cursor: XMLCursor(text), remarks: remarks)
    let root = try reader.document()
    remarks = reader.remarks
    return root
  }

  private init(cursor: XMLCursor, remarks: Remarks) {
    self.cursor = cursor
    self.remarks = remarks
  }

  private mutating func document() throws(Diagnostic) -> XMLElement {
    while !cursor.isAtEnd {
      if cursor.next != UInt8(ascii: "<") {
        let text = cursor.take(upTo: "<")
        append(.text(cursor.unescaped(text)))
        nodes += 1
      } else if cursor.isAt("<!--") {
        cursor.skip(past: "-->")
      } else if cursor.isAt("<![CDATA[") {
        cursor.skip(9)
        append(.text(cursor.take(upTo: "]]>").string))
        cursor.skip(3)
      } else if cursor.isAt("<?") || cursor.isAt("<!") {
        cursor.skip(past: ">")
      } else {
        try takeTag()
      }
      if cursor.lacksSome {
        remarks.warn(cursor.line(), "a reference to a character that XML forbids; it was left out")
        cursor.lacksSome = false
      }
      guard nodes <= XMLReader.nodeLimit else {
        throw remarks.failure(cursor.line(), "there are too many elements for a lyric sheet")
      }
    }
    if let last = open.dropFirst().last { remarks.warn(last.line, "<\(last.name)> is never closed") }
    while open.count > 1 { close() }
    return open[0]
  }

  private mutating func append(_ node: XMLNode) { open[open.count - 1].children.append(node) }

  private mutating func close() {
    let element = open.removeLast()
    append(.element(element))
  }

  private mutating func takeTag() throws(Diagnostic) {
    nodes += 1
    let number = cursor.line()
    cursor.skip()
    if cursor.next == UInt8(ascii: "/") {
      cursor.skip()
      let name = cursor.takeName()
      cursor.skip(past: ">")
      return close(name, at: number)
    }
    let name = cursor.takeName()
    guard !name.isEmpty else { return append(.text("<")) }
    let (attributes, isEmpty) = cursor.takeAttributes()
    guard open.count < XMLReader.depthLimit else {
      throw remarks.failure(number, "elements are nested too deeply for a lyric sheet")
    }
    open.append(XMLElement(name: name, line: number, attributes: attributes))
    if isEmpty { close() }
  }

  private mutating func close(_ name: String, at number: Int) {
    guard let match = open.lastIndex(where: { $0.name == name }), match > 0 else {
      return remarks.warn(number, "</\(name)> closes nothing")
    }
    if match < open.count - 1 { remarks.warn(number, "<\(open[open.count - 1].name)> is never closed") }
    while open.count > match { close() }
  }
}
