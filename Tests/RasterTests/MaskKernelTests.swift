import CEngine
import Primitives
import Testing

@testable import Raster

@Suite("A mask's kernels")
struct MaskKernelTests {
  private static let widths = Array(1...20)

  @Test("take how much is shown from alpha or light, or the rest of it", arguments: widths)
  func shows(width: Int) {
    let picture = Bitmap.noise(width: width, height: 3, seed: UInt64(width), isOpaque: false)
    for (byLight, isInverted) in [(false, false), (false, true), (true, false), (true, true)] {
      var pixels = picture.pixels
      libretto_show(&pixels, pixels.count, byLight, isInverted)
      let expected = picture.pixels.map { pixel -> UInt32 in
        let (blue, green, red) = (pixel.channel(0), pixel.channel(1), pixel.channel(2))
        let light = (54 * red + 183 * green + 19 * blue + 128) / 256
        let shown = byLight ? light : pixel.channel(3)
        return UInt32(isInverted ? 255 - shown : shown) << 24
      }
      #expect(pixels == expected)
    }
  }

  @Test("lay a color beneath what is there", arguments: widths)
  func laysBeneath(width: Int) {
    let picture = Bitmap.noise(width: width, height: 3, seed: UInt64(width), isOpaque: false)
    let mask = picture.pixels.map { UInt8($0.channel(0)) }
    var opacities = [UInt8](repeating: 0, count: width * 3)
    libretto_opacity(picture.pixels, Int32(width), 3, &opacities, width)
    #expect(opacities == picture.pixels.map { UInt8($0.channel(3)) })
    var pixels = picture.pixels
    let ink: UInt32 = 0xC040_80BF
    libretto_lay_beneath(&pixels, Int32(width), 3, width, mask, width, ink)
    let expected = zip(picture.pixels, mask).map { pixel, shown -> UInt32 in
      let share = Self.product(Int(shown), 255 - pixel.channel(3))
      return UInt32(channels: (0..<4).map { pixel.channel($0) + Self.product(ink.channel($0), share) })
    }
    #expect(pixels == expected)
  }

  private static func product(_ a: Int, _ b: Int) -> Int { Int((Double(a * b) / 255).rounded()) }
}
