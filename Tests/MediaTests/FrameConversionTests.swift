import CEngine
import Testing

@Suite("BGRA to H.264's pixels")
struct FrameConversionTests {
  /// A picture in planes with gaps, which must stay untouched.
  struct Planar: Equatable {
    var y: [UInt8]
    var u: [UInt8]
    var v: [UInt8]
  }

  typealias Kernel = (UnsafePointer<UInt32>?, Int32, Int32, LibrettoPlanes) -> Void

  static func convert(_ pixels: [UInt32], _ width: Int, _ height: Int, _ kernel: Kernel) -> Planar {
    let gap = 3
    var result = Planar(
      y: Array(repeating: 7, count: (width + gap) * height),
      u: Array(repeating: 7, count: (width / 2 + gap) * height / 2),
      v: Array(repeating: 7, count: (width / 2 + gap) * height / 2))
    result.y.withUnsafeMutableBufferPointer { y in
      result.u.withUnsafeMutableBufferPointer { u in
        result.v.withUnsafeMutableBufferPointer { v in
          let planes = LibrettoPlanes(
            y: y.baseAddress, u: u.baseAddress, v: v.baseAddress, y_stride: width + gap,
            u_stride: width / 2 + gap, v_stride: width / 2 + gap)
          pixels.withUnsafeBufferPointer { kernel($0.baseAddress, Int32(width), Int32(height), planes) }
        }
      }
    }
    return result
  }

  @Test("is the same with and without AVX2, at every small width", arguments: [2, 4, 6, 14])
  func twins(height: Int) {
    guard libretto_has_avx2() else { return }
    for width in stride(from: 2, through: 70, by: 2) {
      var dice = Dice(UInt64(width * 100 + height))
      let pixels = dice.pixels(width * height)
      let plain = Self.convert(pixels, width, height, libretto_yuv420_plain)
      let quick = Self.convert(pixels, width, height, libretto_yuv420_avx2)
      let chosen = Self.convert(pixels, width, height, libretto_yuv420)
      #expect(plain == quick && plain == chosen, "at width \(width)")
    }
  }

  @Test("keeps gray exactly gray, from 16 for black to 235 for white")
  func grays() {
    for level in 0...255 {
      let pixel = 0xFF00_0000 | UInt32(level) * 0x010101
      let planar = Self.convert(Array(repeating: pixel, count: 8), 4, 2, libretto_yuv420)
      let expected = UInt8((16 + Double(level) * 219 / 255).rounded())
      #expect(planar.y[0] == expected && planar.u[0] == 128 && planar.v[0] == 128, "level \(level)")
    }
  }

  @Test("is within one of BT.709's equations, with chroma on the left pixel of each pair")
  func accuracy() {
    let (width, height) = (32, 8)
    var dice = Dice(5)
    let pixels = dice.pixels(width * height)
    let planar = Self.convert(pixels, width, height, libretto_yuv420)
    func channels(_ x: Int, _ y: Int) -> [Double] {
      let pixel = pixels[y * width + max(0, min(width - 1, x))]
      return [16, 8, 0].map { Double(pixel >> $0 & 255) / 255 }
    }
    func luma(_ rgb: [Double]) -> Double { 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] }
    var worst = (y: 0.0, u: 0.0, v: 0.0)
    for y in 0..<height {
      for x in 0..<width {
        worst.y = max(worst.y, abs(Double(planar.y[y * (width + 3) + x]) - 16 - 219 * luma(channels(x, y))))
      }
    }
    for y in 0..<height / 2 {
      for x in 0..<width / 2 {
        var mean = [0.0, 0, 0]
        for (column, weight) in [(2 * x - 1, 0.125), (2 * x, 0.25), (2 * x + 1, 0.125)] {
          for row in [2 * y, 2 * y + 1] {
            mean = zip(mean, channels(column, row)).map { $0 + weight * $1 }
          }
        }
        let (u, v) = ((mean[2] - luma(mean)) / 1.8556, (mean[0] - luma(mean)) / 1.5748)
        worst.u = max(worst.u, abs(Double(planar.u[y * (width / 2 + 3) + x]) - 128 - 224 * u))
        worst.v = max(worst.v, abs(Double(planar.v[y * (width / 2 + 3) + x]) - 128 - 224 * v))
      }
    }
    #expect(worst.y < 0.51 && worst.u < 0.52 && worst.v < 0.52)
  }
}
