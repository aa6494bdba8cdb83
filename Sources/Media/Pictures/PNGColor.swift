internal import CEngine

/// What a PNG says of its colors, in up to five kinds of chunks.
struct PNGColor {
  private var codes: (primaries: Int, transfer: Int)?
  private var profile: ArraySlice<UInt8>?
  private var isSRGB = false
  private var gamma: Int?
  private var primaries: Primaries?

  mutating func note(_ kind: String, _ content: ByteView) {
    switch kind {
    case "cICP":
      // The matrix is always 0 and the range full: a PNG is RGB.
      if let primaries = content.byte(0), let transfer = content.byte(1) { codes = (primaries, transfer) }
    case "iCCP":
      // A name, a zero, the packing, and then zlib's stream.
      let start = content.bytes.prefix(80).firstIndex(of: 0)
      if let start, content.byte(start - content.bytes.startIndex + 1) == 0 {
        profile = content.bytes[(start + 1)...].dropFirst()
      }
    case "sRGB": isSRGB = true
    case "gAMA": gamma = content.big32(0)
    case "cHRM":
      let points = (0..<8).compactMap { content.big32($0 * 4) }.map { Double($0) / 100_000 }
      guard points.count == 8 else { return }
      primaries = Primaries(
        red: (points[2], points[3]), green: (points[4], points[5]), blue: (points[6], points[7]),
        white: (points[0], points[1]))
    default: break
    }
  }

  /// The most exact of what it says. A gamma counts only with primaries beside it, as in browsers.
  func reading(isGray: Bool) -> ColorReading {
    if let codes { return ColorReading(primaries: codes.primaries, transfer: codes.transfer) }
    if let profile, let bytes = PNGColor.inflated(profile) {
      return ColorReading(profile: bytes[...], inks: isGray ? 1 : 3)
    }
    guard !isSRGB, let gamma, gamma > 0, let primaries else { return .sRGB }
    // Programs that mean sRGB write its gamma rounded, with its primaries.
    if (45_000...46_000).contains(gamma), primaries.isClose(to: .bt709) { return .sRGB }
    guard let matrix = primaries.toSRGB else { return .sRGB }
    let table = LightTable(.gamma(100_000 / Double(gamma)), toSRGB: matrix)
    return table.isNeutral ? .sRGB : .light(table, name: "its own gamma and primaries")
  }

  /// What zlib packed, no more than a profile can be; nil if it is damaged.
  private static func inflated(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let capacity = 4 << 20
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = bytes.withUnsafeBufferPointer {
        libretto_inflate($0.baseAddress, $0.count, buffer.baseAddress, capacity)
      }
    }
    return result.isEmpty ? nil : result
  }
}
