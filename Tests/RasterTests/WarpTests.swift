import Libretto
import Raster
import Testing

@Suite("A transition that moves pixels about")
struct WarpTests {
  private func still(_ transition: Transition, at time: Time, _ canvas: Canvas = Sketch.small) throws
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
    let plain = try Sketch { Image("hills") }.still()
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
      try Sketch { Image("hills").exiting(.glitch(seed: seed), over: 2) }.still(at: 0.2)
    }
    let (first, other) = (try torn("one"), try torn("other"))
    #expect(try torn("one").distance(to: first) == 0)
    #expect(first.distance(to: other) > 20)
  }

  @Test("leaves no holes in what is beneath", arguments: [0.1, 1, 4])
  func reaches(strength: Double) throws {
    let film = Sketch {
      Rectangle().fill(.white).frame(width: 60, height: 60).exiting(.glitch(strength: strength), over: 2)
    }
    let pixels = try film.still(at: 1).pixels
    #expect(pixels.allSatisfy { $0 >> 24 == 255 })
  }
}
