internal import Primitives

/// Reads the part of YAML that Lyricsfile uses, as JSON values: maps and lists in blocks, plain and
/// quoted scalars, and `|` blocks.
struct YAMLReader {
  private struct Row {
    let number: Int
    var indent: Int
    var text: Bytes
  }

  private var rows: [Row] = []
  private var index = 0
  private var remarks: Remarks

  private static let depthLimit = 32

  static func read(_ text: Bytes, _ remarks: inout Remarks) throws(Diagnostic) -> JSONValue {
    var reader = YAMLReader(remarks: remarks)
    for line in Lines(text) { try reader.take(line) }
    let value = try reader.block(indent: 0, depth: 0)
    remarks = reader.remarks
    return value
  }

  private init(remarks: Remarks) { self.remarks = remarks }

  private mutating func take(_ line: NumberedLine) throws(Diagnostic) {
    guard rows.count < Remarks.wordLimit * 4 else {
      throw remarks.failure(line.number, "there are too many lines for a lyric sheet")
    }
    let indent = line.bytes.prefix { $0 == 0x20 }.count
    rows.append(Row(number: line.number, indent: indent, text: line.bytes.dropFirst(indent)))
  }

  private mutating func skipBlank() {
    while index < rows.count {
      let text = rows[index].text.trimmed
      guard text.isEmpty || text.first == UInt8(ascii: "#") || text.elementsEqual("---".utf8) else {
        return
      }
      index += 1
    }
  }

  private mutating func block(indent: Int, depth: Int) throws(Diagnostic) -> JSONValue {
    skipBlank()
    guard index < rows.count, rows[index].indent >= indent else { return .null }
    guard depth < YAMLReader.depthLimit else {
      throw remarks.failure(rows[index].number, "the YAML is nested too deeply for a lyric sheet")
    }
    let own = rows[index].indent
    return YAMLReader.isItem(rows[index].text) ? try list(own, depth) : try map(own, depth)
  }

  private static func isItem(_ text: Bytes) -> Bool {
    text.first == UInt8(ascii: "-") && (text.count == 1 || text[text.startIndex + 1].isSpace)
  }

  private mutating func list(_ indent: Int, _ depth: Int) throws(Diagnostic) -> JSONValue {
    var values: [JSONValue] = []
    while true {
      skipBlank()
      guard index < rows.count, rows[index].indent == indent, YAMLReader.isItem(rows[index].text) else {
        break
      }
      let inner = rows[index].text.dropFirst()
      let gap = inner.prefix { $0.isSpace }.count
      let text = inner.dropFirst(gap)
      if text.trimmed.isEmpty {
        index += 1
        values.append(try block(indent: indent + 1, depth: depth + 1))
      } else if YAMLScalar.key(text) != nil || YAMLReader.isItem(text) {
        // What stands after the dash is the first row of a block of its own.
        rows[index].indent = indent + 1 + gap
        rows[index].text = text
        values.append(try block(indent: indent + 1, depth: depth + 1))
      } else {
        values.append(YAMLScalar.scalar(text.trimmed))
        index += 1
      }
    }
    return .list(values)
  }

  private mutating func map(_ indent: Int, _ depth: Int) throws(Diagnostic) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    let first = rows[index].number
    while true {
      skipBlank()
      guard index < rows.count, rows[index].indent >= indent else { break }
      let row = rows[index]
      guard row.indent == indent, !YAMLReader.isItem(row.text), let (name, rest) = YAMLScalar.key(row.text)
      else {
        if row.indent == indent, YAMLReader.isItem(row.text) { break }
        remarks.warn(row.number, "this can't be read as YAML; it was left out")
        index += 1
        continue
      }
      index += 1
      let value = rest.trimmed
      if value.first == UInt8(ascii: "|") || value.first == UInt8(ascii: ">") {
        members.append((name, .string(literal(above: indent))))
      } else if value.isEmpty || value.first == UInt8(ascii: "#") {
        skipBlank()
        let isList =
          index < rows.count && rows[index].indent == indent && YAMLReader.isItem(rows[index].text)
        members.append((name, try block(indent: isList ? indent : indent + 1, depth: depth + 1)))
      } else {
        members.append((name, YAMLScalar.scalar(value)))
      }
    }
    return .object(members, line: first)
  }

  private mutating func literal(above indent: Int) -> String {
    var text: [UInt8] = []
    var inner: Int?
    while index < rows.count {
      let row = rows[index]
      let isBlank = row.text.trimmed.isEmpty
      guard isBlank || row.indent > indent else { break }
      if !isBlank { inner = inner ?? row.indent }
      text +=
        [UInt8](repeating: 0x20, count: isBlank ? 0 : max(0, row.indent - (inner ?? 0))) + row.text + [0x0A]
      index += 1
    }
    return text[...].string
  }
}
