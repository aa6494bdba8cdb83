import CEngine
import FrameGraph
import Libretto
import Testing

@testable import Raster

@Suite("Sampling an upright picture")
struct ResamplingTests {
  @Test("gives the same with and without vector instructions", arguments: 1...20)
  func twins(width: Int) throws {
    for (height, scale) in [(1, 0.7), (3, 1.0), (5, -1.3), (9, 0.51), (40, 3.7)] {
      let picture = Bitmap.noise(width: width, height: height, seed: UInt64(width), isOpaque: false)
      let size = PixelSize(width: Int(Double(width) * scale.magnitude) + 9, height: 12)
      let across = Self.taps(size.width, 0.4 - 2 / scale, 1 / scale, width)
      let down = Self.taps(size.height, 0.3, 1 / scale, height)
      let results = [libretto_resample, libretto_resample_plain].map { resample in
        var pixels = [UInt32](repeating: 0, count: size.width * size.height)
        var scratch = [UInt32](repeating: 0, count: width + 8)
        picture.pixels.withUnsafeBufferPointer { from in
          resample(
            from.baseAddress, Int32(width), Int32(height), across.taps, down.taps, &pixels, size.width,
            &scratch)
        }
        return pixels
      }
      #expect(results[0] == results[1])
      let brightest = results[0].allSatisfy { pixel in pixel.channels.allSatisfy { $0 <= pixel.channel(3) }
      }
      #expect(brightest)
    }
  }

  @Test("leaves one color as it is, to its edges and beyond", arguments: [0.3, 0.5, 0.77, 1, 1.6, 7])
  func keepsColors(scale: Double) throws {
    let plain = Bitmap.drawn(width: 50, height: 30) { _, _ in 0xFF12_A6F9 }
    let pixels = try Self.shown(plain, at: scale, PixelSize(width: 64, height: 40))
    #expect(pixels.allSatisfy { $0 == 0xFF12_A6F9 })
  }

  @Test("is as sharp before a border between levels as behind it", arguments: [0.35, 0.5, 0.707, 1, 2])
  func isSteady(border: Double) throws {
    let size = PixelSize(width: 150, height: 100)
    let sharpness = try [-0.022, -0.012, 0.012, 0.022].map { step in
      let pixels = try Self.shown(Self.clouds, at: border * (1 + step), size)
      // Of detail as fine as the screen can show, whatever part of the picture is seen.
      return Self.contrast(pixels, size, step: 1) / Self.contrast(pixels, size, step: 4)
    }
    let jump = (sharpness[2] + sharpness[3]) / (sharpness[0] + sharpness[1]) - 1
    #expect(abs(jump) < 0.03, "\(jump)")
  }

  private static let clouds = Pyramid(.cloudy(width: 480, height: 320))

  private static func contrast(_ pixels: [UInt32], _ size: PixelSize, step: Int) -> Double {
    var sum = 0
    for y in 0..<size.height - step {
      for x in 0..<size.width - step {
        let here = pixels[y * size.width + x].channel(1)
        sum += abs(here - pixels[y * size.width + x + step].channel(1))
        sum += abs(here - pixels[(y + step) * size.width + x].channel(1))
      }
    }
    return Double(sum)
  }

  private static func shown(_ bitmap: Bitmap, at scale: Double, _ size: PixelSize) throws -> [UInt32] {
    try shown(Pyramid(bitmap), at: scale, size)
  }

  /// The middle of a picture on a screen of a size.
  private static func shown(_ pyramid: Pyramid, at scale: Double, _ size: PixelSize) throws -> [UInt32] {
    let (plane, number) = try pyramid.level(forScale: scale)
    let toScreen = Matrix.translation(-Double(pyramid.size.width) / 2, -Double(pyramid.size.height) / 2)
      .then(.scale(scale, scale)).then(.translation(Double(size.width) / 2, Double(size.height) / 2))
    let pixel = Pyramid.pixel(number)
    let fromScreen = try #require(Matrix.scale(pixel, pixel).then(toScreen).inverse)
    var pixels = [UInt32](repeating: 0, count: size.width * size.height)
    pixels.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      Resampling(plane, fromScreen: fromScreen, isEnlarged: number < 0)
        .fill(PixelArea(size), base, stride: size.width)
    }
    return pixels
  }

  private final class Sampler {
    var taps: LibrettoTaps
    init(_ taps: LibrettoTaps) { self.taps = taps }
    deinit {
      taps.first.deallocate()
      taps.weights.deallocate()
    }
  }

  private static func taps(_ count: Int, _ start: Double, _ step: Double, _ sourceCount: Int) -> Sampler {
    let sampler = Sampler(
      LibrettoTaps(
        count: Int32(count), is_whole: false, first: .allocate(capacity: count),
        weights: .allocate(capacity: 4 * count)))
    libretto_taps(start, step, 0.3, Int32(sourceCount), &sampler.taps)
    return sampler
  }
}

extension Bitmap {
  /// Detail at every scale, as photographs have it: each octave of noise is twice as strong as the finer one.
  static func cloudy(width: Int, height: Int) -> Bitmap {
    let octaves = (0..<7).map { Noise(seed: UInt64($0)) }
    return drawn(width: width, height: height) { x, y in
      var level = 128.0
      for (octave, noise) in octaves.enumerated() {
        let side = Double(1 << octave)
        let (u, v) = (Double(x) / side, Double(y) / side)
        let (left, top) = (Int(u), Int(v))
        func corner(_ right: Int, _ down: Int) -> Double {
          noise.value((top + down) * 1000 + left + right) - 0.5
        }
        let upper = Double.mix(corner(0, 0), corner(1, 0), u - Double(left))
        let lower = Double.mix(corner(0, 1), corner(1, 1), u - Double(left))
        level += Double.mix(upper, lower, v - Double(top)) * 6 * Double(octave + 1)
      }
      let gray = Int(max(0, min(255, level)))
      return .opaque(red: gray, green: gray, blue: gray)
    }
  }
}
