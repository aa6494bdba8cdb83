/// A stretch of UTF-8. Readers work on bytes: characters are only needed to weigh syllables.
typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension Bytes {
  var string: String { String(decoding: self, as: UTF8.self) }

  /// Without the white space at both ends.
  var trimmed: Bytes {
    var (low, high) = (startIndex, endIndex)
    while low < high, self[low].isSpace { low += 1 }
    while low < high, self[high - 1].isSpace { high -= 1 }
    return self[low..<high]
  }

  func hasPrefix(_ text: String) -> Bool { starts(with: text.utf8) }

  /// Whether it begins so, capital letters or not.
  func hasPrefix(ignoringCase text: String) -> Bool {
    count >= text.utf8.count && zip(self, text.utf8).allSatisfy { $0.lowercased == $1.lowercased }
  }

  func equals(ignoringCase text: String) -> Bool {
    count == text.utf8.count && hasPrefix(ignoringCase: text)
  }

  /// Where a short text is found first, at or after an index.
  func firstIndex(of text: String, from start: Int? = nil) -> Int? {
    guard let first = text.utf8.first else { return nil }
    var index = start ?? startIndex
    let end = endIndex - text.utf8.count
    while index <= end {
      if self[index] == first, self[index...].starts(with: text.utf8) { return index }
      index += 1
    }
    return nil
  }

  /// What stands in the brackets that a line begins with; nil where none are, or they hold a sentence.
  var bracketed: Bytes? {
    guard first == UInt8(ascii: "["), let close = prefix(60).firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    return self[(startIndex + 1)..<close]
  }

  /// A whole number with nothing around it but spaces; nil when it isn't one or is out of reach.
  var integer: Int? {
    var rest = trimmed
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty, rest.count <= 15, rest.allSatisfy(\.isDigit) else { return nil }
    let value = rest.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return isNegative ? -value : value
  }
}
