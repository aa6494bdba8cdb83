/// Bytes read one after the other; beyond their end all is zero.
struct ByteReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var rest: Int { bytes.count }

  mutating func part(_ count: Int) -> ByteReader {
    let part = bytes.prefix(max(0, count))
    bytes = bytes.dropFirst(part.count)
    return ByteReader(part)
  }

  /// The lowest byte first.
  mutating func number(_ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for (index, byte) in bytes.prefix(count).enumerated() { value |= UInt64(byte) << UInt64(8 * index) }
    bytes = bytes.dropFirst(count)
    return value
  }

  mutating func text() -> String {
    let text = bytes.prefix { $0 != 0 }
    bytes = bytes.dropFirst(text.count + 1)
    return String(decoding: text, as: UTF8.self)
  }

  /// Seven bits in each byte.
  mutating func leb() -> UInt64 {
    var (value, shift) = (UInt64(0), UInt64(0))
    while let byte = bytes.popFirst() {
      if shift < 64 { value |= UInt64(byte & 127) << shift }
      shift += 7
      if byte < 128 { break }
    }
    return value
  }

  mutating func signed() -> Int64 {
    var (value, shift) = (UInt64(0), UInt64(0))
    while let byte = bytes.popFirst() {
      if shift < 64 { value |= UInt64(byte & 127) << shift }
      shift += 7
      if byte < 128 {
        if byte & 64 != 0, shift < 64 { value |= ~UInt64(0) << shift }
        break
      }
    }
    return Int64(bitPattern: value)
  }
}
