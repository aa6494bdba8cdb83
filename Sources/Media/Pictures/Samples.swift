internal import CEngine
internal import Primitives

/// A picture as its decoder gave it: rows without gaps, channels by turns.
struct Samples {
  let size: PixelSize
  /// 1 gray, 3 RGB, 4 CMYK stored with nothing for much.
  let inks: Int
  let hasAlpha: Bool
  var isPremultiplied = false
  /// 8 bits, or 16 in the processor's order.
  let depth: Int
  var bytes: [UInt8]

  /// Memory for a picture that a decoder fills.
  init(size: PixelSize, inks: Int, hasAlpha: Bool, isPremultiplied: Bool = false, depth: Int = 8) {
    (self.size, self.inks, self.hasAlpha, self.depth) = (size, inks, hasAlpha, depth)
    self.isPremultiplied = isPremultiplied
    bytes = [UInt8](repeating: 0, count: size.width * size.height * (inks + (hasAlpha ? 1 : 0)) * depth / 8)
  }

  private var bytesPerRow: Int { size.width * (inks + (hasAlpha ? 1 : 0)) * depth / 8 }

  /// In premultiplied BGRA and sRGB: 16 bits are kept until colors are right, and then rounded.
  func developed(_ color: ColorReading) -> Bitmap {
    let width = Int32(size.width)
    return bytes.withUnsafeBufferPointer { samples in
      Development.bitmap(size) { y, row, pixels in
        libretto_row_spread(
          samples.baseAddress.map { $0 + y * bytesPerRow }, Int32(inks), hasAlpha, Int32(depth), width, row)
        color.apply(to: row, inks: inks, width: size.width)
        libretto_row_pack(row, width, isPremultiplied, pixels)
      }
    }
  }
}

/// Makes bitmaps row by row.
enum Development {
  /// `fill` makes one row of pixels, and has five planes of room to do it in.
  static func bitmap(
    _ size: PixelSize,
    fill: (_ y: Int, _ row: UnsafeMutablePointer<UInt16>?, _ pixels: UnsafeMutablePointer<UInt32>?) -> Void
  ) -> Bitmap {
    var row = [UInt16](repeating: 0, count: size.width * 5)
    let pixels = [UInt32](unsafeUninitializedCapacity: size.width * size.height) { buffer, count in
      row.withUnsafeMutableBufferPointer { row in
        for y in 0..<size.height {
          fill(y, row.baseAddress, buffer.baseAddress.map { $0 + y * size.width })
        }
      }
      count = size.width * size.height
    }
    return Bitmap(size: size, pixels: pixels)
  }

  /// The same of a frame that has an owner, which stays until it is done.
  static func bitmap(
    _ frame: borrowing Frame, matrix: Int = Int(AVCOL_SPC_BT709.rawValue), isFull: Bool = false,
    color: ColorReading
  ) throws(PictureFault) -> Bitmap {
    try bitmap(frame.raw, matrix: matrix, isFull: isFull, color: color)
  }

  /// A decoded frame, its numbers taken as `matrix` and `isFull` say where it doesn't say itself.
  static func bitmap(
    _ frame: UnsafeMutablePointer<AVFrame>, matrix: Int, isFull: Bool, color: ColorReading,
    alpha: UnsafeMutablePointer<AVFrame>? = nil
  ) throws(PictureFault) -> Bitmap {
    var view = LibrettoView()
    guard libretto_view(frame, Int32(matrix), isFull, &view) else {
      throw .unsupported("its pixels have an unusual layout")
    }
    var veil = LibrettoView()
    let isVeiled = alpha != nil && libretto_view(alpha, Int32(matrix), true, &veil)
    let size = PixelSize(width: Int(view.width), height: Int(view.height))
    var scratch = [Int32](repeating: 0, count: 6 * (size.width + 16))
    return scratch.withUnsafeMutableBufferPointer { scratch in
      bitmap(size) { y, row, pixels in
        if isVeiled {
          // Alone it is gray; then it is moved to where alpha is.
          libretto_row_of_view(&veil, Int32(y), scratch.baseAddress, row)
          row.map { ($0 + 4 * size.width).update(from: $0, count: size.width) }
        }
        libretto_row_of_view(&view, Int32(y), scratch.baseAddress, row)
        if isVeiled { libretto_row_close_up(row, view.width) }
        color.apply(to: row, inks: 3, width: size.width)
        libretto_row_pack(row, view.width, false, pixels)
      }
    }
  }
}
