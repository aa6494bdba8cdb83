import CEngine
import FrameGraph
import Libretto
import Testing

@testable import Raster

@Suite("Sampling a picture that lies askew")
struct TurnedPictureTests {
  private static let turns: [Matrix] = [
    .rotation(.degrees(10)), .rotation(.degrees(45)).then(.scale(0.6, 0.6)), .rotation(.degrees(90)),
    .rotation(.degrees(-133)).then(.scale(3.7, -2)), .skew(.degrees(30), .degrees(-12)),
    Matrix(a: 0.3, b: 1.2, c: -0.9, d: 0.1, tx: 0, ty: 0), .skew(.degrees(89), .zero),
  ]

  @Test("gives the same with and without vector instructions", arguments: [1, 2, 3, 4, 7, 20, 61])
  func twins(width: Int) throws {
    for (height, turn) in zip([1, 3, 4, 9, 40, 5, 33], Self.turns) {
      let picture = Bitmap.noise(width: width, height: height, seed: UInt64(width), isOpaque: false)
      let fromScreen = try #require(turn.then(.translation(21.3, 13.8)).inverse)
      let area = PixelArea(left: -7, top: -4, right: 50, bottom: 41)
      let plane = PixelPlane(picture)
      let weights = [0.2, 0.8].map(Weights.init)
      var askew = LibrettoAskew(
        from: plane.pixels, width: Int32(width), height: Int32(height), xx: fromScreen.a, xy: fromScreen.c,
        x0: fromScreen.tx, yx: fromScreen.b, yy: fromScreen.d, y0: fromScreen.ty, across: weights[0].base,
        down: weights[1].base)
      let reaches = RowReaches(all: area).rows
      func sampled(_ sample: (UnsafeMutablePointer<UInt32>) -> Void) -> [UInt32] {
        var pixels = [UInt32](repeating: 0, count: area.size.width * area.size.height)
        sample(&pixels)
        return pixels
      }
      let plain = sampled {
        libretto_resample_askew_plain(&askew, -7, -4, Int32(area.size.height), reaches, $0, area.size.width)
      }
      onEachProcessor { _ in
        let fast = sampled {
          libretto_resample_askew(&askew, -7, -4, Int32(area.size.height), reaches, $0, area.size.width)
        }
        #expect(fast == plain)
      }
      let brightest = plain.allSatisfy { pixel in pixel.channels.allSatisfy { $0 <= pixel.channel(3) } }
      #expect(brightest)
    }
  }

  private final class Weights {
    let base: UnsafeMutablePointer<Int8>
    init(_ softness: Double) {
      base = .allocate(capacity: 4 * LIBRETTO_PHASES)
      libretto_phases(softness, base)
    }
    deinit { base.deallocate() }
  }

  @Test("doesn't trap on places that are none", arguments: [0.0, 1e300, -1e18, .infinity, .nan, 1e-300])
  func survives(number: Double) throws {
    for index in 0..<6 {
      var numbers = [1, 0.2, -0.3, 1, 5, 5]
      numbers[index] = number
      let matrix = Matrix(
        a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], tx: numbers[4], ty: numbers[5])
      let plane = PixelPlane(.noise(width: 40, height: 30, seed: 1, isOpaque: false))
      var pixels = [UInt32](repeating: 0, count: 64)
      Resampling(plane, fromScreen: matrix, isEnlarged: false)
        .fill(PixelArea(PixelSize(width: 8, height: 8)), &pixels, stride: 8)
    }
  }

  private static let clouds = Pyramid(.cloudy(width: 480, height: 320))
  private static let size = PixelSize(width: 150, height: 100)

  /// The middle of the clouds, turned around it.
  private static func shown(_ turn: Matrix, in pyramid: Pyramid = clouds) throws -> [UInt32] {
    let toScreen = Matrix.translation(-240.3, -160.4).then(turn).then(.translation(75, 50))
    let (plane, number) = try pyramid.level(forScale: toScreen.scale)
    let fromScreen = try #require(
      Matrix.scale(Pyramid.pixel(number), Pyramid.pixel(number)).then(toScreen).inverse)
    var pixels = [UInt32](repeating: 0, count: size.width * size.height)
    Resampling(plane, fromScreen: fromScreen, isEnlarged: number < 0)
      .fill(PixelArea(size), &pixels, stride: size.width)
    return pixels
  }

  @Test("looks as it does upright when it is hardly turned", arguments: [0.35, 0.55, 0.8, 1, 1.4, 3])
  func beginsUpright(scale: Double) throws {
    let upright = try Self.shown(.scale(scale, scale))
    let turned = try Self.shown(.scale(scale, scale).then(.rotation(.degrees(0.001))))
    #expect(zip(upright, turned).allSatisfy { $0.distance(to: $1) <= 2 })
  }

  @Test("is as sharp turned as it is upright", arguments: [0.4, 0.6, 0.75, 1, 1.5])
  func staysSharp(scale: Double) throws {
    let detail = try [0.0, 10, 45, 76].map { angle in
      Self.detail(try Self.shown(.scale(scale, scale).then(.rotation(.degrees(angle)))))
    }
    for other in detail { #expect(abs(other / detail[0] - 1) < 0.08, "\(detail)") }
  }

  /// How much neighbours differ, the squares of it in both directions.
  private static func detail(_ pixels: [UInt32]) -> Double {
    var sum = 0
    for index in 0..<size.width * (size.height - 1) where index % size.width < size.width - 1 {
      let here = pixels[index].channel(1)
      let (right, below) = (pixels[index + 1].channel(1), pixels[index + size.width].channel(1))
      sum += (right - here) * (right - here) + (below - here) * (below - here)
    }
    return Double(sum)
  }

  @Test("keeps every pixel through a quarter turn")
  func turnsByQuarters() throws {
    let picture = Bitmap.noise(width: 31, height: 17, seed: 5, isOpaque: true)
    let toScreen = Matrix.rotation(.degrees(90)).snapped.then(.translation(17, 0))
    var pixels = [UInt32](repeating: 0, count: 17 * 31)
    Resampling(PixelPlane(picture), fromScreen: try #require(toScreen.inverse), isEnlarged: false)
      .fill(PixelArea(PixelSize(width: 17, height: 31)), &pixels, stride: 17)
    for y in 0..<31 { for x in 0..<17 { #expect(pixels[y * 17 + x] == picture[y, 16 - x]) } }
  }

  @Test("shows no stripes of what is squeezed to one side of ten")
  func squeezes() throws {
    // Stripes a pixel wide, which together are grey.
    let stripes = Pyramid(
      .drawn(width: 480, height: 320) { x, _ in x % 3 == 0 ? 0xFFFF_FFFF : 0xFF00_0000 })
    let pixels = try Self.shown(.scale(0.1, 1.05).then(.rotation(.degrees(20))), in: stripes)
    let middle = (40..<60).map { pixels[$0 * 150 + 75].channel(1) }
    #expect(middle.allSatisfy { abs($0 - 85) < 24 }, "\(middle)")
  }

  @Test(
    "is left as it is by a level made larger, which is shown at a half to one", arguments: [0.5, 0.6, 0.95])
  func leavesEnlarged(scale: Double) throws {
    let plane = PixelPlane(.cloudy(width: 200, height: 120))
    let fromScreen = try #require(Matrix.scale(scale, scale).inverse)
    let size = PixelSize(width: 60, height: 40)
    let sharp = 0.2 + max(0, min(1, 1 - (scale - 0.5) * 8)) * 0.8
    func pixels(_ sampling: Resampling) -> [UInt32] {
      var pixels = [UInt32](repeating: 0, count: 2400)
      sampling.fill(PixelArea(size), &pixels, stride: 60)
      return pixels
    }
    let enlarged = pixels(Resampling(plane, fromScreen: fromScreen, isEnlarged: true))
    #expect(enlarged == pixels(Resampling(plane, fromScreen: fromScreen, softness: sharp)))
  }

  @Test("is worked out wherever an outline is seen", arguments: [0.0, 1, 17, 45, 88, 180])
  func reaches(angle: Double) throws {
    let outlines: [Outline] = [
      .rectangle(Rect(x: -50, y: -20, width: 100, height: 40)),
      .rectangle(Rect(x: -50, y: -30, width: 100, height: 60), cornerRadius: 25),
      .ellipse(in: Rect(x: -70, y: -4, width: 140, height: 8)),
    ]
    let area = PixelArea(Self.size)
    var painter = try Painter(
      size: Self.size, pictures: PictureStore { _, _ throws(Problem) in throw Problem(.bug, "none") },
      fonts: #require(Darkroom.fonts))
    for outline in outlines {
      let matrix = Matrix.rotation(.degrees(angle)).then(.translation(71.3, 48.7))
      let drawing = Drawing(
        size: Self.size, background: .black,
        marks: [.fill(outline, .color(.white), at: matrix, opacity: 1)])
      let pixels = try painter.pixels(of: drawing)
      let rows = RowReaches(of: outline, at: matrix, in: area).rows
      for (index, pixel) in pixels.enumerated() where pixel != 0xFF00_0000 {
        let (x, row) = (Int32(index % 150), rows[index / 150])
        #expect(x >= row.low && x < row.high)
      }
      let sum = rows.reduce(0) { $0 + max(0, Int($1.high - $1.low)) }
      #expect(sum < 2 * pixels.count { $0 != 0xFF00_0000 } + 2500)
    }
  }

  /// A disc that goes round once in twenty seconds, and where it would be on an endless screen.
  @Test("doesn't tremble as it turns")
  func isSteady() throws {
    let picture = Bitmap.drawn(width: 400, height: 400) { x, y in
      let (u, v) = (Double(x) - 270, Double(y) - 215)
      let gray = 40 + Int(max(0, min(1, 20.5 - (u * u + v * v).squareRoot() / 2)) * 180)
      return .opaque(red: gray, green: gray, blue: gray)
    }
    let plane = PixelPlane(picture)
    let side = PixelSize(width: 260, height: 260)
    let errors = try (0..<60).map { frame -> Point in
      let toScreen = Matrix.translation(-200, -200).then(.scale(0.8, 0.8))
        .then(.rotation(.degrees(Double(frame) * 0.6))).then(.translation(130, 130))
      var pixels = [UInt32](repeating: 0, count: side.width * side.height)
      Resampling(plane, fromScreen: try #require(toScreen.inverse), isEnlarged: false)
        .fill(PixelArea(side), &pixels, stride: side.width)
      var (x, y, sum) = (0.0, 0.0, 0.0)
      for (index, pixel) in pixels.enumerated() {
        let weight = Double(pixel.channel(1) - 40)
        x += weight * (Double(index % side.width) + 0.5)
        y += weight * (Double(index / side.width) + 0.5)
        sum += weight
      }
      let meant = toScreen.apply(Point(x: 270.5, y: 215.5))
      return Point(x: x / sum - meant.x, y: y / sum - meant.y)
    }
    let trembling = errors.indices.dropFirst(2).map { index in
      let (x, y) = (
        errors[index - 2].x - 2 * errors[index - 1].x + errors[index].x,
        errors[index - 2].y - 2 * errors[index - 1].y + errors[index].y
      )
      return (x * x + y * y).squareRoot()
    }
    #expect(trembling.max() ?? 1 < 0.02, "\(trembling.max() ?? 0)")
  }
}
