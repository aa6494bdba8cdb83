import CEngine
import Libretto
import Primitives
import Raster
import Rehearsal
import Testing

@Suite("A transition that moves pixels about")
struct WarpTests {
  private func still(_ transition: Transition, at time: Time, _ canvas: Canvas = .stamp) throws
    -> Bitmap
  {
    try Sketch(canvas.background(.black)) {
      Series {
        Image("hills").lasting(2)
        Solid(.hex(0x00FF00)).entering(transition, over: 2)
      }
    }.still(at: time)
  }

  @Test("turns a page from one side to the other, and leaves alone what it hasn't reached")
  func turns() throws {
    let plain = try Sketch(.stamp) { Image("hills") }.still()
    let half = try still(.page(.left).easing(.linear), at: 0.9)
    let (reached, left) = ((0..<90).map { half[155, $0] }, (0..<90).map { half[2, $0] })
    #expect(reached.allSatisfy { $0 == 0xFF00_FF00 })
    #expect(left == (0..<90).map { plain[2, $0] })
    let end = try still(.page(.left), at: 1.9)
    #expect(end.count(differingFrom: 0xFF00_FF00) < 160 * 90 / 10)
  }

  @Test("tears a picture the same way each time, differently for another seed")
  func tears() throws {
    func torn(_ seed: Noise) throws -> Bitmap {
      try Sketch(.stamp) { Image("hills").exiting(.glitch(seed: seed), over: 2) }.still(at: 0.2)
    }
    let (first, other) = (try torn("one"), try torn("other"))
    #expect(try torn("one").distance(to: first) == 0)
    #expect(first.distance(to: other) > 20)
  }

  @Test("leaves no holes in what is beneath", arguments: [0.1, 1, 4])
  func reaches(strength: Double) throws {
    let film = Sketch(.stamp) {
      Rectangle().fill(.white).frame(width: 60, height: 60).exiting(.glitch(strength: strength), over: 2)
    }
    let pixels = try film.still(at: 1).pixels
    #expect(pixels.allSatisfy { $0 >> 24 == 255 })
  }

  private static let sizes = [(1, 1), (5, 40), (31, 2), (32, 9), (131, 67)].map(
    PixelSize.init(width:height:))

  @Test("rolls a page up the same way on every processor", arguments: sizes)
  func curlTwins(size: PixelSize) {
    let picture = Bitmap.noise(width: size.width, height: size.height, seed: 3, isOpaque: false)
    let (width, height) = (Int32(size.width), Int32(size.height))
    for (x, y) in [(-1, 0), (1, 0), (0, 1), (0, -1), (0.88, 0.474974), (-0.88, 0.474974)]
      as [(Float, Float)]
    {
      for progress in [0, 0.2, 0.45, 0.7, 0.95, 1] as [Float] {
        for radius in [0.02, 0.11, 2] as [Float] {
          let curl = LibrettoCurl(way_x: x, way_y: y, progress: progress, radius: radius * Float(height))
          var plain = [UInt32](repeating: 7, count: picture.pixels.count)
          libretto_curl_plain(picture.pixels, width, height, curl, &plain)
          onEachProcessor { _ in
            var fast = [UInt32](repeating: 9, count: picture.pixels.count)
            libretto_curl(picture.pixels, width, height, curl, &fast)
            #expect(fast == plain, "\(x), \(y) at \(progress) by \(radius)")
          }
        }
      }
    }
  }

  @Test("tears a picture the same way on every processor", arguments: sizes)
  func tearTwins(size: PixelSize) {
    let picture = Bitmap.noise(width: size.width, height: size.height, seed: 4, isOpaque: false)
    let (width, height) = (Int32(size.width), Int32(size.height))
    for (shift, split) in [(0, 0), (3, 1), (9, -4), (width * 4, width), (2, width * 4)] as [(Int32, Int32)]
    {
      for seed in 0..<4 as Range<UInt64> {
        var plain = [UInt32](repeating: 7, count: picture.pixels.count)
        libretto_tear_plain(picture.pixels, width, height, seed, shift, split, &plain)
        onEachProcessor { _ in
          var fast = [UInt32](repeating: 9, count: picture.pixels.count)
          libretto_tear(picture.pixels, width, height, seed, shift, split, &fast)
          #expect(fast == plain, "by \(shift) and \(split)")
        }
      }
    }
  }
}
