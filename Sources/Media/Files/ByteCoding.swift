/// Numbers and byte strings one after the other, lowest byte first.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }

  package mutating func write(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// How many there are, and then the bytes.
  package mutating func write(_ string: [UInt8]) {
    write(string.count)
    bytes.append(contentsOf: string)
  }
}

/// Reads what a `ByteWriter` wrote; nil wherever the bytes are too few or can't be meant.
package struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  package mutating func number() -> UInt64? {
    guard bytes.endIndex - position >= 8 else { return nil }
    defer { position += 8 }
    return bytes[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A number from 0 to a limit.
  package mutating func count(upTo limit: Int) -> Int? {
    number().flatMap { Int(exactly: $0) }.flatMap { $0 <= limit ? $0 : nil }
  }

  package mutating func string() -> [UInt8]? {
    guard let count = count(upTo: bytes.count), count <= bytes.endIndex - position else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }
}
