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

  /// Two bytes, the lowest first.
  func little16(_ at: Int) -> Int? {
    guard let low = byte(at), let high = byte(at + 1) else { return nil }
    return high << 8 | low
  }

  /// Three bytes, the lowest first.
  func little24(_ at: Int) -> Int? {
    guard let low = little16(at), let high = byte(at + 2) else { return nil }
    return high << 16 | low
  }

  /// Four bytes, the lowest first.
  func little32(_ at: Int) -> Int? {
    guard let low = little16(at), let high = little16(at + 2) else { return nil }
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

  /// Where some text is first found, from an offset on.
  func find(_ text: String, from start: Int = 0) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, start >= 0, count >= wanted.count else { return nil }
    return bytes.withUnsafeBufferPointer { buffer in
      var at = start
      while at + wanted.count <= buffer.count {
        if buffer[at] == first, (1..<wanted.count).allSatisfy({ buffer[at + $0] == wanted[$0] }) {
          return at
        }
        at += 1
      }
      return nil
    }
  }
}
