internal import CEngine
internal import Primitives

/// What the headers of a BMP file say, from OS/2's to Windows' fifth.
struct BMPLayout: PictureLayout {
  private(set) var size = PixelSize(width: 0, height: 0)
  let name = "BMP"
  let depth: Int
  private let isTopDown: Bool
  private let packing: Packing
  private let palette: [UInt32]
  private let masks: [UInt32]
  private let data: Int
  private let profile: Range<Int>?

  private enum Packing: Equatable {
    case none, runs
    /// A whole PNG or JPEG file inside.
    case file
  }

  var hasAlpha: Bool { masks.count == 4 && masks[3] != 0 }
  var color: String { profile == nil ? "sRGB" : "a profile of its own" }

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let view = ByteView(bytes[...])
    guard let offset = view.little32(10), let header = view.little32(14) else { throw .cutShort }
    guard view.slice(14, header) != nil else { throw .cutShort }
    let isOld = header == 12
    guard let width = isOld ? view.little16(18) : view.little32(18).map(BMPLayout.signed),
      let height = isOld ? view.little16(20) : view.little32(22).map(BMPLayout.signed),
      let planes = view.little16(isOld ? 22 : 26), let bits = view.little16(isOld ? 24 : 28)
    else { throw .cutShort }
    // A header may stop anywhere; what it leaves out is zero.
    func field(_ at: Int) -> Int { at + 4 <= 14 + header ? view.little32(at) ?? 0 : 0 }
    let method = isOld ? 0 : field(30)
    let isOS2 = header == 16 || header == 64
    guard planes == 1 else { throw .damaged("it has \(planes) planes") }
    isTopDown = height < 0
    size = PixelSize(width: width, height: abs(height))
    try PictureFault.checkLimits(size)
    depth = bits
    switch (method, bits) {
    case (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (0, 24), (0, 32): packing = .none
    case (1, 8), (2, 4): packing = .runs
    case (3, 16), (3, 32), (6, 16), (6, 32): packing = isOS2 ? .file : .none
    case (4, _), (5, _): packing = isOS2 ? .none : .file
    default: throw .unsupported("it is a BMP with \(bits) bits packed in way \(method)")
    }
    guard !isOS2 || method < 3 else { throw .unsupported("it is packed as only OS/2 did") }
    guard packing == .none || !isTopDown || packing == .file else {
      throw .damaged("rows in runs can't begin at the top")
    }
    masks = BMPLayout.masks(view, bits, method, header)
    var start = 14 + header
    if header == 40, method == 3 { start += 12 }
    if header == 40, method == 6 { start += 16 }
    let (count, step) = (isOld ? 0 : field(46), isOld ? 3 : 4)
    // Some files don't say where their pixels are: then they follow.
    let colors = bits > 8 ? 0 : count == 0 ? 1 << bits : min(256, count)
    data = offset >= 14 + header ? offset : start + colors * step
    palette = BMPLayout.palette(view, at: start, bits: bits, count: count, step: step, before: data)
    let (place, length) = (field(126), field(130))
    let isEmbedded = header >= 124 && field(70) == 0x4D42_4544 && length > 0
    profile = isEmbedded && view.slice(14 + place, length) != nil ? 14 + place..<14 + place + length : nil
    guard packing == .none else { return }
    guard view.slice(data, (size.height - 1) * stride + (size.width * bits + 7) / 8) != nil else {
      throw .cutShort
    }
  }

  private static func signed(_ value: Int) -> Int { Int(Int32(truncatingIfNeeded: value)) }

  /// Rows begin at multiples of four bytes.
  private var stride: Int { (size.width * depth + 31) / 32 * 4 }

  /// Which bits are red, green, blue and alpha.
  private static func masks(_ view: ByteView, _ bits: Int, _ method: Int, _ header: Int) -> [UInt32] {
    if method == 3 || method == 6 {
      let count = header >= 56 || method == 6 ? 4 : 3
      return (0..<count).map { UInt32(truncatingIfNeeded: view.little32(54 + $0 * 4) ?? 0) }
    }
    return bits == 16 ? [0x7C00, 0x03E0, 0x001F] : [0xFF_0000, 0xFF00, 0xFF]
  }

  private static func palette(
    _ view: ByteView, at start: Int, bits: Int, count: Int, step: Int, before end: Int
  ) -> [UInt32] {
    guard bits <= 8 else { return [] }
    var colors = [UInt32](repeating: 0xFF00_0000, count: 256)
    let capacity = max(0, (end - start) / step)
    let count = min(count == 0 ? 1 << bits : count, min(256, capacity))
    for index in 0..<count {
      colors[index] |= UInt32(view.little24(start + index * step) ?? 0)
    }
    return colors
  }

  func bitmap(of bytes: [UInt8], enlarged: Int) throws(PictureFault) -> Bitmap {
    if packing == .file {
      let inside = Array(bytes.dropFirst(data))
      let layout: any PictureLayout =
        PictureKind(of: inside) == .png ? try PNGLayout(inside) : try JPEGLayout(inside)
      guard layout.size == size else { throw .damaged("its size isn't what its header says") }
      return try layout.bitmap(of: inside, enlarged: 1)
    }
    var samples = Samples(size: size, inks: 3, hasAlpha: true)
    let indices = packing == .runs ? try unpacked(bytes) : []
    for row in 0..<size.height {
      let source = isTopDown ? row : size.height - 1 - row
      if packing == .runs {
        fill(&samples, row) { palette[Int(indices[source * size.width + $0])] }
      } else {
        fillPlain(&samples, row, bytes, data + source * stride)
      }
    }
    let color = profile.map { ColorReading(profile: bytes[$0], inks: 3) } ?? .sRGB
    return samples.developed(color)
  }

  private func unpacked(_ bytes: [UInt8]) throws(PictureFault) -> [UInt8] {
    let packed = bytes.dropFirst(data)
    var indices = [UInt8](repeating: 0, count: size.width * size.height)
    let isWhole = packed.withUnsafeBufferPointer { from in
      indices.withUnsafeMutableBufferPointer {
        libretto_unpack_runs(
          from.baseAddress, from.count, Int32(depth), Int32(size.width), Int32(size.height), $0.baseAddress)
      }
    }
    guard isWhole else { throw .damaged("its runs of pixels end early or lead outside") }
    return indices
  }

  private func fillPlain(_ samples: inout Samples, _ row: Int, _ bytes: [UInt8], _ start: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      switch depth {
      case 1, 2, 4, 8:
        let perByte = 8 / depth
        fill(&samples, row) { x in
          let shift = 8 - depth * (x % perByte + 1)
          return palette[Int(bytes[start + x / perByte]) >> shift & (1 << depth - 1)]
        }
      case 24:
        fill(&samples, row) { x in
          let at = start + x * 3
          return 0xFF00_0000 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at])
        }
      default:
        let channels = masks.map(Channel.init)
        fill(&samples, row) { x in
          let at = start + x * depth / 8
          var word = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
          if depth == 32 { word |= UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24 }
          let alpha = channels.count == 4 && channels[3].mask != 0 ? channels[3].level(word) : 255
          return alpha << 24 | channels[0].level(word) << 16 | channels[1].level(word) << 8
            | channels[2].level(word)
        }
      }
    }
  }

  /// Some bits of a pixel, as a level from 0 to 255.
  private struct Channel {
    let mask: UInt32
    private let shift: UInt32
    private let most: UInt32

    init(mask: UInt32) {
      self.mask = mask
      shift = mask == 0 ? 0 : UInt32(mask.trailingZeroBitCount)
      most = mask >> shift
    }

    func level(_ word: UInt32) -> UInt32 {
      guard most > 0 else { return 0 }
      return UInt32((UInt64((word & mask) >> shift) * 510 + UInt64(most)) / (2 * UInt64(most)))
    }
  }

  private func fill(_ samples: inout Samples, _ row: Int, _ pixel: (Int) -> UInt32) {
    samples.bytes.withUnsafeMutableBufferPointer { out in
      for x in 0..<size.width {
        let (value, at) = (pixel(x), (row * size.width + x) * 4)
        out[at] = UInt8(truncatingIfNeeded: value >> 16)
        out[at + 1] = UInt8(truncatingIfNeeded: value >> 8)
        out[at + 2] = UInt8(truncatingIfNeeded: value)
        out[at + 3] = UInt8(truncatingIfNeeded: value >> 24)
      }
    }
  }
}
