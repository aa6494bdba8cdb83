import CEngine
import FrameGraph
import Libretto
import Raster
import Rehearsal
import Testing

@Suite("A matte")
struct MatteTests {
  @Test("mixes as the obvious version does, at every width", arguments: [1, 2, 3, 7, 31, 64, 130, 257])
  func agrees(width: Int) {
    let noise = Noise(seed: UInt64(width))
    let height = 5
    func pixels(_ seed: Int) -> [UInt32] {
      (0..<width * height).map { UInt32(noise.value(seed + $0) * 4_294_967_296) }
    }
    // Flat, steep and jumping fields.
    let field = (0..<width * height).map { index -> UInt16 in
      index % 3 == 0 ? UInt16(noise.value(index) * 65535) : UInt16(index % width * 65535 / width)
    }
    for (progress, softness, reversed) in [(0.5, 0.0, 0), (0.3, 0.1, 1), (0.9, 1, 0), (0.01, 0.5, 1)] {
      let moment = LibrettoMatteMoment(
        progress: Float(progress), softness: Float(softness), reversed: Int32(reversed))
      var (fast, plain) = (pixels(0), pixels(0))
      let over = pixels(100_000)
      libretto_mix(&fast, width, over, width, field, width, Int32(width), Int32(height), moment)
      libretto_mix_plain(&plain, width, over, width, field, width, Int32(width), Int32(height), moment)
      #expect(fast == plain)
    }
  }

  static let mattes: [(String, Matte)] = [
    ("linear", .linear(.left)), ("corner", .linear(.downRight)), ("blinds", .blinds(.up, count: 5)),
    ("clock", .clock()), ("hands", .clock(hands: 3)), ("circle", .iris()),
    ("aside", .iris(.circle(at: .topLeft))), ("ellipse", .iris(.ellipse)), ("box", .iris(.rectangle)),
    ("diamond", .iris(.diamond)), ("star", .iris(.star)), ("heart", .iris(.heart)),
    ("checker", .checker()), ("tiles", .tiles()), ("clouds", .clouds()), ("picture", .picture("hills")),
  ]

  private static func film(
    _ matte: Matte, _ progress: Double, _ canvas: Canvas = .stamp,
    from: Color = .black, to: Color = .white
  ) -> Sketch {
    Sketch(canvas.background(.clear)) { Mix(Solid(from), Solid(to), by: matte, progress) }
  }

  /// How much of a picture is white, 0 to 1.
  private static func share(_ still: Bitmap) -> Double {
    Double(still.pixels.reduce(0) { $0 + $1.channel(1) }) / Double(255 * still.pixels.count)
  }

  @Test("begins with the one and ends with the other, and more and more of it", arguments: mattes)
  func grows(name: String, matte: Matte) throws {
    let shares = try [0, 0.02, 0.3, 0.5, 0.7, 0.98, 1].map {
      Self.share(try Self.film(matte.softness(0.1), $0).still())
    }
    #expect(shares[0] == 0 && shares[6] == 1, "\(shares)")
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 } && shares[5] > shares[1], "\(shares)")
  }

  @Test("reversed is what the other would leave", arguments: mattes)
  func reverses(name: String, matte: Matte) throws {
    let plain = try Self.film(matte.softness(0.2), 0.4).still()
    let turned = try Self.film(matte.softness(0.2).reversed, 0.6, from: .white, to: .black).still()
    #expect(plain.distance(to: turned) <= 2)
  }

  @Test("looks the same at every size and on every canvas", arguments: mattes)
  func scales(name: String, matte: Matte) throws {
    for canvas in [Canvas.size(320, 180), .size(180, 320), .size(240, 240)] {
      let film = Self.film(matte.softness(0.1), 0.5, canvas.lasting(1))
      let size = film.canvas.size
      let (small, large) = try (
        film.still(), film.still(size: PixelSize(width: size.width * 2, height: size.height * 2))
      )
      let wrong = (0..<size.width * size.height).count { index in
        let (x, y) = (index % size.width, index / size.width)
        return small[x, y].distance(to: large[2 * x, 2 * y]) > 60
      }
      #expect(wrong < size.width * size.height / 25, "\(size)")
    }
  }

  @Test("mixes transparent things as their light says, over whatever is beneath")
  func transparency() throws {
    let film = Sketch(.stamp.background(.hex(0x0000FF))) {
      Mix(
        Solid(.hex(0xFF0000)).opacity(0.5), Rectangle().fill(.hex(0x00FF00)).frame(width: 40, height: 40),
        by: .linear(.right), 0.5)
    }
    let still = try film.still()
    // Half red over blue on the right, where the second hasn't come; the second or nothing on the left.
    #expect(still[120, 45].distance(to: 0xFF80_007F) <= 1 && still[20, 45] == 0xFF00_00FF)
    #expect(still[70, 45] == 0xFF00_FF00 && still[90, 45].distance(to: 0xFF80_007F) <= 1)
  }

  @Test("comes to the same whether one of the two covers the screen, or all is a layer of its own")
  func shortcut() throws {
    func film(_ isApart: Bool) -> Sketch {
      Sketch(.stamp) {
        Solid(.teal)
        let mix = Mix(Image("holes"), Image("noise"), by: .iris(.star).softness(0.3), 0.4)
        let back = Mix(Image("noise"), Image("holes"), by: .clouds().softness(0.3), 0.4)
        if isApart {
          mix.clipped()
          back.clipped().opacity(0.5)
        } else {
          mix
          back.opacity(0.5)
        }
      }
    }
    #expect(try film(true).still().distance(to: film(false).still()) <= 2)
  }
}

@Suite("A staged transition")
struct StagedTransitionTests {
  @Test("of a small thing stays in its own box, turned as it is")
  func smallThings() throws {
    let film = Sketch(.stamp) {
      Rectangle().fill(.white).frame(width: 60, height: 20).rotation(90)
        .entering(.wipe(.right, softness: 0), over: 2)
    }
    let still = try film.still(at: 1)
    // It reads downwards: its upper half has come.
    #expect(still[80, 30] == 0xFFFF_FFFF && still[80, 60] == 0xFF00_0000 && still[50, 30] == 0xFF00_0000)
  }

  @Test("blends with what is beneath as its element does")
  func blends() throws {
    let film = Sketch(.stamp) {
      Solid(.hex(0x804020))
      Solid(.hex(0x204080)).blendMode(.add).entering(.wipe(.right, softness: 0), over: 2)
    }
    let still = try film.still(at: 1)
    #expect(still[20, 45] == 0xFFA0_80A0 && still[140, 45] == 0xFF80_4020)
  }

  @Test("leaves as it came, backwards", arguments: [Transition.wipe(.left), .slide(.up), .page(.left)])
  func mirrors(transition: Transition) throws {
    func film(_ edit: @escaping @Sendable (Image) -> Image) -> Sketch {
      Sketch(.stamp) { edit(Image("hills")) }
    }
    let coming = film { $0.entering(transition, over: 1) }
    let going = film { $0.exiting(transition, over: 1) }
    let (first, last) = (try coming.still(at: 0), try going.still(at: 1.9))
    let dark = [first, last].map { still in still.pixels.count { $0 == 0xFF00_0000 } }
    #expect(dark[0] > 6000 && dark[1] > 6000, "\(dark)")
    #expect(try coming.still(at: 1).distance(to: film { $0 }.still()) == 0)
  }

  @Test("can show its sides many times, and pictures in a series of pictures")
  func nests() throws {
    let quad = Transition.custom("quad") { from, to, progress in
      from
      for corner in [Anchor.topLeft, .topRight, .bottomLeft, .bottomRight] {
        to.frame(width: .percent(50), height: .percent(50))
          .position(x: .percent(corner.x * 100), y: .percent(corner.y * 100), anchor: corner)
      }
    }
    let film = Sketch(.stamp) {
      Series {
        Solid(.black).lasting(1)
        Series {
          Rectangle().fill(.white).frame(width: 80, height: 45).lasting(0.5)
          Rectangle().fill(.white).frame(width: 80, height: 45).entering(.push(.left), over: 0.1)
        }.entering(quad, over: 1).lasting(2)
      }
    }
    let still = try film.still(at: 0.2)
    let places = [(40, 22), (120, 22), (40, 67), (120, 67)]
    #expect(places.allSatisfy { still[$0.0, $0.1] == 0xFFFF_FFFF } && still[80, 45] == 0xFF00_0000)
  }
}
