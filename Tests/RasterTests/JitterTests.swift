import Libretto
import Testing

@testable import FrameGraph
@testable import Raster

@Suite("A slow move over a picture")
struct JitterTests {
  static let moves: [(name: String, KenBurns)] = [
    ("a zoom", .zoomIn(0.1)), ("a zoom out", .zoomOut(0.3, from: .topLeft)),
    ("a pan", .pan(.left, zoom: 1.08)), ("a slower pan", .pan(.down, zoom: 1.02)),
  ]

  /// A disc on grey, and how it moves: the second difference of where its middle is, in pixels per frame
  /// per frame. `Benchmarks/jitter` measures ffmpeg's zoompan in the same way.
  @Test("trembles by less than a fiftieth of a pixel", arguments: moves)
  func isSteady(name: String, move: KenBurns) throws {
    let picture = Bitmap.drawn(width: 700, height: 500) { x, y in
      let (u, v) = (Double(x) - 310, Double(y) - 260)
      let edge = max(0, min(1, 15.5 - (u * u + v * v).squareRoot() / 2))
      let gray = 40 + Int(edge * 180)
      return .opaque(red: gray, green: gray, blue: gray)
    }
    let asset = PictureAsset(
      path: AssetPath("disc", from: Site(file: "", line: 0)),
      facts: PictureFacts(size: picture.size, hasAlpha: false, digest: Fingerprint(of: "disc".utf8)))
    let size = PixelSize(width: 320, height: 180)
    let store = PictureStore { _, _ throws(Problem) in picture }
    var painter = try Painter(size: size, pictures: store, fonts: #require(Darkroom.fonts))
    let places = try (0..<90).map { frame -> Point in
      let placement = PicturePlacement(asset.facts, move: move.move, progress: Double(frame) / 89)
      let drawing = Drawing(
        size: size, background: .black, marks: placement.marks(.cover, in: Size(size), placed: .identity))
      return Self.middle(of: try painter.pixels(of: drawing), size)
    }
    let trembling = places.indices.dropFirst(2).map { index -> Double in
      let (first, second, third) = (places[index - 2], places[index - 1], places[index])
      let (x, y) = (first.x - 2 * second.x + third.x, first.y - 2 * second.y + third.y)
      return max(x.magnitude, y.magnitude)
    }
    #expect(trembling.max() ?? 1 < 0.02, "\(trembling.max() ?? 0)")
  }

  /// The middle of what is brighter than the ground.
  private static func middle(of pixels: [UInt32], _ size: PixelSize) -> Point {
    var (x, y, sum) = (0.0, 0.0, 0.0)
    for (index, pixel) in pixels.enumerated() {
      let weight = Double(pixel.channel(1) - 40)
      x += weight * Double(index % size.width)
      y += weight * Double(index / size.width)
      sum += weight
    }
    return Point(x: x / sum, y: y / sum)
  }
}
