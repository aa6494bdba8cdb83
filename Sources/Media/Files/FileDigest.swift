internal import Primitives

/// The fingerprint of bytes that come in pieces: the same as that of all of them at once.
struct FileDigest {
  private var writer = Fingerprinter()
  private var count = 0

  /// A piece that isn't the last; its length must be a multiple of eight.
  mutating func write(_ piece: [UInt8]) {
    precondition(piece.count & 7 == 0, "only the last piece may end inside a word")
    words(of: piece[...])
  }

  /// The last piece, of any length.
  consuming func finish(with piece: ArraySlice<UInt8>) -> Fingerprint {
    let whole = piece.count & ~7
    words(of: piece.prefix(whole))
    var last: UInt64 = 0
    for (index, byte) in piece.dropFirst(whole).enumerated() { last |= UInt64(byte) << UInt64(index * 8) }
    writer.write(last)
    writer.write(count + piece.count - whole)
    return writer.finish()
  }

  private mutating func words(of piece: ArraySlice<UInt8>) {
    piece.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 8) {
        writer.write(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
      }
    }
    count += piece.count
  }
}

extension Fingerprint {
  /// The fingerprint of bytes at hand; quicker than asking byte by byte, and the same.
  init(ofFile bytes: [UInt8]) { self = FileDigest().finish(with: bytes[...]) }
}
