/// Bytes of a file, asked by offset; what lies beyond the end is nil instead of a trap.
struct ByteView {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  func byte(_ at: Int) -> Int? {
    at >= 0 && at < bytes.count ? Int(bytes[bytes.startIndex + at]) : nil
  }

  /// Two bytes, the highest first.
  func big16(_ at: Int) -> Int? {
    guard let high = byte(at), let low = byte(at + 1) else { return nil }
    return high << 8 | low
  }

  /// Four bytes, the highest first.
  func big32(_ at: Int) -> Int? {
    guard let high = big16(at), let low = big16(at + 2) else { return nil }
    return high << 16 | low
  }

  /// `count` bytes, if they are all there.
  func slice(_ at: Int, _ count: Int) -> ArraySlice<UInt8>? {
    guard at >= 0, count >= 0, at <= bytes.count, count <= bytes.count - at else { return nil }
    return bytes[bytes.startIndex + at..<bytes.startIndex + at + count]
  }

  func holds(_ text: String, at offset: Int) -> Bool {
    slice(offset, text.utf8.count).map { $0.elementsEqual(text.utf8) } ?? false
  }
}
