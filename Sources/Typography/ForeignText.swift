internal import CEngine

/// Text in an encoding that isn't Unicode's, as UTF-8.
package struct ForeignText: Sendable {
  package let utf8: [UInt8]
  /// The line, counted from 1, of the first bytes that stand for nothing; they became U+FFFD.
  package let firstBadLine: Int?

  /// Whether there is an encoding of this name; capitals and hyphens don't matter.
  package static func knows(_ name: String) -> Bool { libretto_knows_encoding(name) != 0 }

  /// Nil if there is no such encoding, or far too much text.
  package init?(_ bytes: [UInt8], encoding name: String) {
    guard let count = Int32(exactly: bytes.count), count < Int32.max / 4 else { return nil }
    // Hardly a text grows to more than twice its size; what does is converted once more.
    var capacity = count * 2 + 16
    var text: [UInt8] = []
    while true {
      var length: Int32 = -1
      text = [UInt8](unsafeUninitializedCapacity: Int(capacity)) { buffer, written in
        length = libretto_decode(name, bytes, count, buffer.baseAddress, capacity)
        written = Int(max(0, min(length, capacity)))
      }
      guard length >= 0 else { return nil }
      if length <= capacity { break }
      capacity = length
    }
    utf8 = text
    firstBadLine = ForeignText.firstMark(in: text)
  }

  private static func firstMark(in text: [UInt8]) -> Int? {
    var line = 1
    for (index, byte) in text.enumerated() {
      if byte == 0x0A { line += 1 }
      if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        return line
      }
    }
    return nil
  }
}
