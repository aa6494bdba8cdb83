/// A line of a file and its number, counted from 1.
struct NumberedLine {
  let number: Int
  let bytes: Bytes
}

/// The lines of a text one after the other, whether they end with LF, CRLF or a lone CR.
struct Lines: Sequence, IteratorProtocol {
  private var rest: Bytes
  private var number = 0
  private var isDone = false

  init(_ text: Bytes) { rest = text }

  mutating func next() -> NumberedLine? {
    if isDone { return nil }
    number += 1
    var index = rest.startIndex
    while index < rest.endIndex, rest[index] != 0x0A, rest[index] != 0x0D { index += 1 }
    let line = NumberedLine(number: number, bytes: rest[rest.startIndex..<index])
    guard index < rest.endIndex else {
      isDone = true
      return line.bytes.isEmpty ? nil : line
    }
    let isPair = rest[index] == 0x0D && index + 1 < rest.endIndex && rest[index + 1] == 0x0A
    rest = rest[(index + (isPair ? 2 : 1))...]
    return line
  }
}
