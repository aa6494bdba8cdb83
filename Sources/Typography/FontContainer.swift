/// The outermost layer of a font file: which faces are in it, and where their tables lie.
///
/// Checked before any library sees the file. FreeType and HarfBuzz pass over tables that are cut off,
/// so that a truncated font would work, but without its kerning.
enum FontContainer {
  private static let mostFaces = 256
  private static let needed = ["cmap", "head", "hhea", "hmtx", "maxp", "name"]
  private static let shapes = ["glyf", "CFF ", "CFF2", "CBDT", "sbix"]

  /// How many faces are in a file; every one has the tables it needs, and they lie inside the file.
  static func faceCount(of file: UnsafeRawBufferPointer) throws(FontFailure) -> Int {
    guard tag(in: file, at: 0) == "ttcf" else {
      try checkFace(in: file, at: 0)
      return 1
    }
    guard let count = number(in: file, at: 8), (1...mostFaces).contains(count) else {
      throw FontFailure("it is no collection of fonts")
    }
    for face in 0..<count {
      guard let offset = number(in: file, at: 12 + 4 * face) else { throw FontFailure("it is cut off") }
      try checkFace(in: file, at: offset)
    }
    return count
  }

  private static func checkFace(in file: UnsafeRawBufferPointer, at start: Int) throws(FontFailure) {
    guard let kind = number(in: file, at: start), [0x10000, 0x4F54_544F, 0x7472_7565].contains(kind),
      let counts = number(in: file, at: start + 4)
    else { throw FontFailure("it is no OpenType font") }

    var tables: [String] = []
    for index in 0..<(counts >> 16) {
      let record = start + 12 + 16 * index
      guard let name = tag(in: file, at: record), let offset = number(in: file, at: record + 8),
        let length = number(in: file, at: record + 12), offset + length <= file.count
      else { throw FontFailure("it is cut off") }
      tables.append(name)
    }
    if let missing = needed.first(where: { !tables.contains($0) }) {
      throw FontFailure("it has no table \"\(missing)\"")
    }
    guard shapes.contains(where: tables.contains) else {
      throw FontFailure("it has no shapes that can be drawn")
    }
  }

  /// Four bytes as a number of at most 32 bits, so that sums of a few can't overflow.
  private static func number(in file: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    guard offset >= 0, offset <= file.count - 4 else { return nil }
    return Int(UInt32(bigEndian: file.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  private static func tag(in file: UnsafeRawBufferPointer, at offset: Int) -> String? {
    guard offset >= 0, offset <= file.count - 4 else { return nil }
    return String(decoding: file[offset..<offset + 4], as: UTF8.self)
  }
}
