import Primitives
import Synchronization
import Testing

@testable import Raster

@Suite("A pyramid's kernels")
struct PyramidTests {
  static let widths = Array(1...20)

  /// Pictures of one width and several heights, with and without holes.
  private func pictures(_ width: Int) -> [Bitmap] {
    [1, 2, 5].flatMap { height in
      [true, false].map {
        .noise(width: width, height: height, seed: UInt64(width * 100 + height), isOpaque: $0)
      }
    }
  }

  private func pixels(_ plane: PixelPlane) -> Bitmap {
    let count = plane.size.width * plane.size.height
    return Bitmap(
      size: plane.size, pixels: (0..<count).map { unsafe plane.pixels[$0] }, isOpaque: plane.isOpaque)
  }

  @Test("halve by the rounded mean of four", arguments: widths)
  func halves(width: Int) {
    for picture in pictures(width) {
      let size = PixelSize(width: (width + 1) / 2, height: (picture.size.height + 1) / 2)
      let expected = Bitmap.slow(size) { x, y, channel in
        let sum = [(0, 0), (1, 0), (0, 1), (1, 1)].reduce(2) {
          $0 + picture.near(2 * x + $1.0, 2 * y + $1.1).channel(channel)
        }
        return sum / 4
      }
      #expect(pixels(PixelPlane(picture).halved).pixels == expected.pixels)
    }
  }

  @Test("double by Lanczos's filter of three lobes", arguments: widths)
  func doubles(width: Int) {
    // The filter's weights at distances of a quarter more than a whole number, which add up to 1.
    let raw = [2.75, 1.75, 0.75, 0.25, 1.25, 2.25].map { distance -> Double in
      let angle = Double.pi * distance
      return 3 * ExactMath.sin(angle) * ExactMath.sin(angle / 3) / (angle * angle)
    }
    let weights = raw.map { $0 / raw.reduce(0, +) }
    for picture in pictures(width) {
      let size = PixelSize(width: 2 * width, height: 2 * picture.size.height)
      let doubled = pixels(PixelPlane(picture).doubled)
      let exact = Bitmap.slow(size) { x, y, channel in
        var sum = 0.0
        for row in 0..<6 {
          for column in 0..<6 {
            let weight = weights[y % 2 == 0 ? row : 5 - row] * weights[x % 2 == 0 ? column : 5 - column]
            let pixel = picture.near(x / 2 - 3 + x % 2 + column, y / 2 - 3 + y % 2 + row)
            sum += weight * Double(pixel.channel(channel))
          }
        }
        return Int(max(0, min(255, sum.rounded())))
      }
      // No color is brighter than its alpha allows.
      let expected = exact.pixels.map { pixel -> UInt32 in
        let channels = pixel.channels
        return UInt32(channels: channels.map { min($0, channels[3]) })
      }
      let worst = zip(doubled.pixels, expected).map { $0.distance(to: $1) }.max()
      #expect(doubled.size == size && worst ?? 9 <= 1)
    }
  }

  @Test("blur by boxes along rows and columns", arguments: widths)
  func blurs(width: Int) {
    for picture in pictures(width) {
      for radius in [1, 2, 7, 21] {
        var expected = picture
        for _ in 0..<3 {
          for (dx, dy) in [(1, 0), (0, 1)] {
            let source = expected
            expected = .slow(picture.size) { x, y, channel in
              let sum = (-radius...radius).reduce(0) {
                $0 + source.near(x + $1 * dx, y + $1 * dy).channel(channel)
              }
              return (sum + radius) / (2 * radius + 1)
            }
          }
        }
        #expect(pixels(PixelPlane(picture).blurred(radius: radius)).pixels == expected.pixels)
      }
    }
  }

  @Test(
    "are chosen so that a level is sampled at a scale between √½ and 1",
    arguments: [
      (1, 0, 100, 60), (0.71, 0, 100, 60), (0.7, 1, 71, 43), (0.51, 1, 71, 43), (0.5, 2, 50, 30),
      (0.26, 3, 36, 22), (0.25, 4, 25, 15), (1e-9, 12, 2, 1), (0, 12, 2, 1), (1.01, -2, 200, 120),
      (2, -2, 200, 120), (1e8, -2, 200, 120),
    ] as [(Double, Int, Int, Int)])
  func choosesLevels(scale: Double, number: Int, width: Int, height: Int) throws {
    let pyramid = Pyramid(.noise(width: 100, height: 60, seed: 1, isOpaque: true))
    let (plane, found) = try pyramid.level(forScale: scale)
    #expect(found == number && plane.size == PixelSize(width: width, height: height))
  }

  @Test(
    "draw a drawing anew for every scale above its own, as long as that isn't too large",
    arguments: [(1, 1, 100), (1.3, 2, 142), (3, 4, 400), (40, 32, 3200), (1e8, 32, 3200)]
      as [(Double, Int, Int)])
  func drawsAnew(scale: Double, times: Int, width: Int) throws {
    let drawn = Mutex([1])
    let pyramid = Pyramid(.noise(width: 100, height: 100, seed: 1, isOpaque: true)) { times in
      drawn.withLock { $0.append(times) }
      return .noise(width: 100 * times, height: 100 * times, seed: 1, isOpaque: true)
    }
    let (plane, _) = try pyramid.level(forScale: scale)
    #expect(drawn.withLock { $0.last } == times && plane.size.width == width)
  }

  @Test("take bounded memory however near one comes", arguments: [2.0, 6, 1000])
  func isBounded(scale: Double) throws {
    let size = PixelSize(width: 2560, height: 1600)
    #expect(Pyramid.bytes(of: size, at: scale, isVector: false) < 110_000_000)
    #expect(Pyramid.bytes(of: PixelSize(width: 64, height: 64), at: scale, isVector: true) < 190_000_000)
  }
}

extension Bitmap {
  /// The pixel at a place, or the nearest one at the edge.
  fileprivate func near(_ x: Int, _ y: Int) -> UInt32 {
    self[max(0, min(size.width - 1, x)), max(0, min(size.height - 1, y))]
  }

  /// Pixels computed channel by channel.
  fileprivate static func slow(_ size: PixelSize, _ value: (Int, Int, Int) -> Int) -> Bitmap {
    let pixels = (0..<size.width * size.height).map { index in
      (0..<4).reduce(0 as UInt32) {
        $0 | UInt32(value(index % size.width, index / size.width, $1)) << UInt32($1 * 8)
      }
    }
    return Bitmap(size: size, pixels: pixels, isOpaque: false)
  }
}
