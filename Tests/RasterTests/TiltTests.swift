import CEngine
import FrameGraph
import Libretto
import Rehearsal
import Testing

@testable import Raster

@Suite("A plane seen at an angle")
struct TiltTests {
  private static let stills: [(name: String, Sketch)] = [
    (
      "tilt-cards",
      Sketch(.stamp.background(.ink)) {
        Image("hills").frame(width: 66, height: 50).cornerRadius(8).border(.white, width: 2)
          .shadowed(y: 4, blur: 8).tilted(y: 45, perspective: 0.8).placed(x: 38, y: 46)
        Text("TITLE").font("Bebas Neue", size: 36).tilted(x: 55, perspective: 0.9).placed(x: 112, y: 24)
        Image("tower").frame(width: 60, height: 36).tilted(x: 70, y: 10, perspective: 1).placed(
          x: 112, y: 52)
        Text("back").font("Inter", size: 20, weight: .bold).tilted(y: 150).placed(x: 112, y: 76)
      }
    ),
    (
      "camera",
      Sketch(.stamp.background(.ink)) {
        Camera {
          Image("hills").scale(1.2).depth(300, keepingSize: true)
          Text("FAR").font("Bebas Neue", size: 60).depth(120)
          Rectangle().fill(.teal).frame(width: 24, height: 40).placed(x: 40, y: 70).depth(0)
          Image("tower").frame(width: 24, height: 40).tilted(y: 50).placed(x: 120, y: 60).depth(-60)
          Text("stays").font("Inter", size: 12).placed(.topLeft)
        }
        .panned(x: 16).dollied(40).orbited(y: -6)
      }
    ),
  ]

  @Test("has not changed", arguments: stills)
  func matches(name: String, film: Sketch) throws { try expectGolden(try film.still(), name) }

  @Test("is sampled alike with and without vector instructions", arguments: [1, 2, 3, 5, 16, 41])
  func twins(width: Int) throws {
    let maps: [[Double]] = [
      [1, 0, -3, 0, 1, -2, 0, 0, 1], [3, 0.4, -9, 0.1, 0.3, 0.5, 0, 0, 1],
      [0.7, 0.2, -4, -0.1, 1.3, -6, 0.01, 0.004, 0.8], [9, 1, -100, 2, 40, -50, 0.001, 0.02, 0.5],
      [1, 0, 0, 0, 1, 0, -0.05, 0, 1], [.nan, 0, 0, 0, 1, 0, 0, 0, 1], [1e300, 0, 0, 0, 1, 0, 0, 0, 0],
    ]
    let weights = UnsafeMutablePointer<Int8>.allocate(
      capacity: 4 * Int(LIBRETTO_SOFTNESSES) * Int(LIBRETTO_PHASES))
    defer { weights.deallocate() }
    libretto_softnesses(weights)
    let levels = (0..<4).map { level in
      PixelPlane(
        .noise(
          width: max(1, width >> level), height: max(1, 37 >> level), seed: UInt64(width + level),
          isOpaque: false))
    }
    let area = PixelArea(left: -9, top: -5, right: 52, bottom: 44)
    let reaches = RowReaches(all: area).rows
    for map in maps {
      var tilted = LibrettoTilted()
      tilted.levels.0 = UnsafePointer(levels[0].pixels)
      tilted.levels.1 = UnsafePointer(levels[1].pixels)
      tilted.levels.2 = UnsafePointer(levels[2].pixels)
      tilted.levels.3 = UnsafePointer(levels[3].pixels)
      func sides(_ side: (PixelSize) -> Int) -> [Int32] { levels.map { Int32(side($0.size)) } }
      withUnsafeMutableBytes(of: &tilted.widths) {
        $0.copyBytes(from: sides(\.width).withUnsafeBytes(Array.init))
      }
      withUnsafeMutableBytes(of: &tilted.heights) {
        $0.copyBytes(from: sides(\.height).withUnsafeBytes(Array.init))
      }
      withUnsafeMutableBytes(of: &tilted.rows) { $0.copyBytes(from: map.withUnsafeBytes(Array.init)) }
      (tilted.count, tilted.weights) = (4, UnsafePointer(weights))
      func sampled(_ sample: (UnsafeMutablePointer<UInt32>) -> Void) -> [UInt32] {
        var pixels = [UInt32](repeating: 0, count: area.size.width * area.size.height)
        sample(&pixels)
        return pixels
      }
      let plain = sampled {
        libretto_resample_tilted_plain(
          &tilted, -9, -5, Int32(area.size.height), reaches, $0, area.size.width)
      }
      onEachProcessor { kind in
        let fast = sampled {
          libretto_resample_tilted(&tilted, -9, -5, Int32(area.size.height), reaches, $0, area.size.width)
        }
        #expect(fast == plain, "on processor \(kind), by \(map)")
      }
      let isPremultiplied = plain.allSatisfy { pixel in
        pixel.channels.allSatisfy { $0 <= pixel.channel(3) }
      }
      #expect(isPremultiplied)
    }
    extendLifetime(levels)
  }

  /// Rows of less than two pixels each, which lie nearly flat.
  private static func stripes(_ shift: Double) -> Sketch {
    Sketch(Canvas.size(160, 90).lasting(1).background(.black)) {
      Image("stripes").frame(width: 500, height: 250).rotation(90).offset(y: .pixels(shift)).tilted(
        x: 82, perspective: 1)
    }
  }

  @Test("doesn't shimmer far away: what is finer than pixels is their mean")
  func farAway() throws {
    let (still, moved) = (try Self.stripes(0).still(), try Self.stripes(0.7).still())
    let row = try #require((0..<90).first { still[80, $0].channel(0) > 40 })
    let levels = (30..<130).map { still[$0, row + 2].channel(0) }
    #expect(levels.allSatisfy { (100...155).contains($0) }, "\(levels)")
    let flicker = (30..<130).map { abs(still[$0, row + 2].channel(0) - moved[$0, row + 2].channel(0)) }
      .max()
    #expect(try #require(flicker) < 30)
  }

  @Test("is nearly as sharp as the picture itself where it hardly tilts")
  func sharp() throws {
    func still(_ angle: Double) throws -> Bitmap {
      try Sketch(Canvas.size(320, 240).lasting(1).background(.ink)) {
        Image("hills").frame(width: 240, height: 180).tilted(y: angle)
      }.still()
    }
    let (upright, tilted) = (try still(0), try still(0.01))
    let differences = zip(upright.pixels, tilted.pixels).map { Double($0.distance(to: $1)) }
    let mean = differences.reduce(0, +) / Double(differences.count)
    #expect(mean < 0.5, "\(mean)")
  }

  @Test("has edges as soft as a pixel, all around")
  func edges() throws {
    let still = try Sketch(Canvas.size(160, 90).lasting(1).background(.black)) {
      Solid(.white).frame(width: 100, height: 50).tilted(y: 40, perspective: 0.9)
    }.still()
    for y in [30, 45, 60] {
      let levels = (0..<160).map { still[$0, y].channel(0) }
      let between = levels.filter { (6...249).contains($0) }.count
      #expect((2...8).contains(between), "\(between) pixels between black and white in row \(y)")
      #expect(zip(levels[0..<80], levels[1..<81]).allSatisfy { $0 <= $1 + 2 })
    }
  }

  @Test(
    "doesn't trap, whatever it is tilted by",
    arguments: [Double.nan, .infinity, 1e300, -1e9, 89.999, 90.001])
  func absurd(number: Double) throws {
    let film = Sketch(.stamp) {
      Group { Text("card").tilted(x: number, y: 20) }.tilted(x: 10, y: number, perspective: number)
      Camera(lens: number) { Image("hills").tilted(x: 30).depth(.pixels(number)) }
        .panned(x: .pixels(number)).dollied(.pixels(number)).zoomed(number).orbited(x: number)
    }
    _ = try film.still()
  }
}
