/// The lines of a table's text that say something, without comments.
struct TableText {
  struct Line {
    /// Counted from 1.
    let number: Int
    /// What stands between spaces; at least one.
    let fields: [TableField]
  }

  private let bytes: [UInt8]
  private var place: Int
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Line? {
    while place < bytes.count {
      number += 1
      var fields: [TableField] = []
      var start: Int?
      var isComment = false
      while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D {
        let byte = bytes[place]
        if byte == UInt8(ascii: "#") { isComment = true }
        if isComment || byte == 0x20 || byte == 0x09 {
          if let begin = start { fields.append(TableField(bytes: bytes[begin..<place])) }
          start = nil
        } else if start == nil {
          start = place
        }
        place += 1
      }
      if let begin = start { fields.append(TableField(bytes: bytes[begin..<place])) }
      if place + 1 < bytes.count, bytes[place] == 0x0D, bytes[place + 1] == 0x0A { place += 1 }
      place += 1
      if !fields.isEmpty { return Line(number: number, fields: fields) }
    }
    return nil
  }
}

/// A word or a number.
struct TableField {
  let bytes: ArraySlice<UInt8>

  var text: String { String(decoding: bytes.prefix(40), as: UTF8.self) }
  var lowercased: String { text.lowercased() }
  var uppercased: String { text.uppercased() }

  /// Whether it begins as a number does.
  var isNumber: Bool {
    guard let first = bytes.first, lowercased != "3dmesh" else { return false }
    return (0x30...0x39).contains(first) || [0x2B, 0x2D, 0x2E].contains(first)
  }

  /// A number that is none of those that aren't.
  var number: Double? {
    if let quick { return quick }
    guard isNumber, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// Up to fifteen digits with a point: the division is exact to the last bit.
  private var quick: Double? {
    var (value, digits, decimals) = (0, 0, -1)
    var rest = bytes
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    for byte in rest {
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else if (0x30...0x39).contains(byte), digits < 15 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    let number = Double(value) / TableField.powers[max(0, decimals)]
    return isNegative ? -number : number
  }

  private static let powers: [Double] = (0...15).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }

  var integer: Int? {
    guard let number, number == number.rounded(), number.magnitude < 1e9 else { return nil }
    return Int(number)
  }
}

extension TableText.Line {
  /// So many numbers; a fault that names the first that is none.
  func numbers(_ fields: ArraySlice<TableField>, count: Int, of what: String) throws(TableFault) -> [Float]
  {
    guard fields.count == count else {
      throw TableFault(
        number, "\(what) \(count == 1 ? "is a number" : "are \(count) numbers"), not \(fields.count)")
    }
    var numbers: [Float] = []
    numbers.reserveCapacity(count)
    for field in fields {
      guard let value = field.number, value.magnitude < 1e30 else {
        throw TableFault(number, "\"\(field.text)\" is no number that a color can be")
      }
      numbers.append(Float(value))
    }
    return numbers
  }
}
