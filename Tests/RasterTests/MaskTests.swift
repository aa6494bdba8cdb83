import CEngine
import Testing

@Suite("A soft mask")
struct MaskTests {
  /// Bytes at random, and room for the kernels.
  private static func noise(_ count: Int, _ seed: Int) -> [UInt8] {
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  private typealias Kernel = (
    UnsafeMutablePointer<UInt8>?, Int32, Int32, Int, LibrettoSoftness, LibrettoSoftness,
    UnsafeMutablePointer<UInt16>?
  ) -> Void

  private static func softened(
    _ mask: [UInt8], _ width: Int, _ height: Int, _ across: LibrettoSoftness, _ down: LibrettoSoftness,
    _ kernel: Kernel
  ) -> [UInt8] {
    var mask = mask
    var scratch = [UInt16](repeating: 0, count: 64 * max(width, height))
    kernel(&mask, Int32(width), Int32(height), width, across, down, &scratch)
    return mask
  }

  @Test(
    "is what the obvious version makes, to the bit, at every width",
    arguments: [1, 2, 3, 7, 31, 32, 33, 63, 64, 65, 100])
  func twins(width: Int) {
    for (height, radius, edge) in [(1, 0, 0.5), (5, 1, 0), (33, 3, 0.25), (40, 17, 0.875), (64, 200, 0.1)] {
      let mask = Self.noise(width * height, width + radius)
      let across = LibrettoSoftness(radius: Int32(radius), edge: Float(edge))
      let down = LibrettoSoftness(radius: Int32(radius / 2), edge: Float(1 - edge))
      let fast = Self.softened(mask, width, height, across, down, libretto_soften)
      let plain = Self.softened(mask, width, height, across, down, libretto_soften_plain)
      #expect(fast == plain)
    }
  }

  @Test(
    "moves by parts of a pixel without losing any of it",
    arguments: [(0, 0), (128, 0), (64, 192), (255, 1)])
  func shifts(right: Int, down: Int) {
    let (width, height, stride) = (37, 11, 40)
    var mask = Self.noise(stride * height, right + down)
    for y in 0..<height { for x in width..<stride { mask[y * stride + x] = 99 } }
    var moved = [UInt8](repeating: 7, count: 44 * (height + 1))
    libretto_shift(mask, Int32(width), Int32(height), stride, Int32(right), Int32(down), &moved, 44)
    func old(_ x: Int, _ y: Int) -> Int {
      (0..<width).contains(x) && (0..<height).contains(y) ? Int(mask[y * stride + x]) : 0
    }
    for y in 0...height {
      for x in 0...width {
        let upper = old(x - 1, y - 1) * right + old(x, y - 1) * (256 - right)
        let lower = old(x - 1, y) * right + old(x, y) * (256 - right)
        let expected = (upper * down + lower * (256 - down) + 32768) >> 16
        if Int(moved[y * 44 + x]) != expected { Issue.record("\(x), \(y)") }
      }
    }
  }

  @Test("keeps the mean of four rows")
  func averages() {
    let rows = Self.noise(20 * 8, 4)
    var means = [UInt8](repeating: 0, count: 20 * 2)
    libretto_average_rows(rows, 20, 2, 20, &means, 20)
    for x in 0..<20 {
      for y in 0..<2 {
        let sum = (0..<4).reduce(2) { $0 + Int(rows[(4 * y + $1) * 20 + x]) }
        #expect(Int(means[y * 20 + x]) == sum / 4)
      }
    }
  }
}
