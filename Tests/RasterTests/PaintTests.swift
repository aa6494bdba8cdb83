import FrameGraph
import Libretto
import Raster
import Rehearsal
import Testing

@Suite("A painter")
struct PaintTests {
  private static let half = Color.gray(128.0 / 255)

  static let colors: [(name: String, Sketch, UInt32)] = [
    ("the background", Sketch(.stamp.background(.hex(0x102030))) { Text(" ") }, 0xFF10_2030),
    ("one colour all over", Sketch(.stamp) { Solid(.hex(0x0A64F0)) }, 0xFF0A_64F0),
    ("half of one", Sketch(.stamp) { Solid(.white).opacity(0.5) }, 0xFF80_8080),
    ("half of a half", Sketch(.stamp) { Group { Solid(.white).opacity(0.5) }.opacity(0.5) }, 0xFF40_4040),
    (
      "two halves as one layer",
      Sketch(.stamp) {
        Group {
          Solid(.white)
          Solid(.black)
        }.opacity(0.5)
      }, 0xFF00_0000
    ),
    (
      "a dissolve half-way",
      Sketch(.stamp) {
        Series {
          Solid(.red.opacity(1)).lasting(0.3)
          Solid(.black).entering(.dissolve, over: 0.3)
        }
      }, 0
    ),
    ("nothing where nothing is", Sketch(.stamp.background(.clear)) { Text(" ") }, 0),
    ("screen", blend(.screen, 0xFF8000, 0x408040), 0xFFFF_C040),
    ("multiply", blend(.multiply, 0xFF8000, 0x408040), 0xFF40_4000),
    ("add", blend(.add, 0xFF8000, 0x408040), 0xFFFF_FF40),
    ("darken", blend(.darken, 0xFF8000, 0x408040), 0xFF40_8000),
    ("lighten", blend(.lighten, 0xFF8000, 0x408040), 0xFFFF_8040),
    ("difference", blend(.difference, 0xFF8000, 0x408040), 0xFFBF_0040),
    (
      "half a screen",
      Sketch(.stamp) {
        Solid(.hex(0x408040))
        Solid(.hex(0xFF8000)).blendMode(.screen).opacity(0.5)
      }, 0xFFA0_A040
    ),
  ]

  private static func blend(_ mode: BlendMode, _ over: UInt32, _ under: UInt32) -> Sketch {
    Sketch(.stamp) {
      Solid(.hex(under))
      Solid(.hex(over)).blendMode(mode)
    }
  }

  @Test("paints", arguments: colors.filter { $0.name != "a dissolve half-way" })
  func paints(name: String, film: Sketch, color: UInt32) throws {
    let still = try film.still()
    let worst = still.pixels.map { $0.distance(to: color) }.max()
    #expect(worst ?? 9 <= 1, "\(String(still[80, 45], radix: 16))")
  }

  @Test("copies a picture at its own size")
  func copies() throws {
    let still = try Sketch(.stamp) { Image("noise") }.still()
    #expect(still.pixels == Darkroom.pictures["noise"]?.pixels)
    let moved = try Sketch(.stamp) { Image("noise").offset(x: 3, y: -2) }.still()
    #expect(moved[83, 40] == still[80, 42])
  }

  @Test("shows a picture at half its size by the mean of four pixels")
  func halves() throws {
    let still = try Sketch(.stamp) { Image("large noise") }.still()
    let picture = try #require(Darkroom.pictures["large noise"])
    let wrong = (0..<160 * 90).filter { index in
      let (x, y) = (index % 160 * 2, index / 160 * 2)
      let four = [picture[x, y], picture[x + 1, y], picture[x, y + 1], picture[x + 1, y + 1]].map(
        \.channels)
      let mean = (0..<4).map { channel in (four.reduce(2) { $0 + $1[channel] }) / 4 }
      return still.pixels[index] != UInt32(channels: mean)
    }
    #expect(wrong.isEmpty)
  }

  @Test("lays a picture with holes over what is beneath")
  func keepsHoles() throws {
    let still = try Sketch(.stamp) {
      Solid(.white)
      Image("holes")
    }.still()
    let picture = try #require(Darkroom.pictures["holes"])
    let worst = zip(still.pixels, picture.pixels).map { mixed, pixel -> Int in
      let channels = pixel.channels
      return mixed.distance(to: UInt32(channels: channels.map { min(255, $0 + 255 - channels[3]) }))
    }.max()
    #expect(worst ?? 9 <= 1)
  }

  @Test("runs a gradient from its first colour to its last")
  func hasGradients() throws {
    let still = try Sketch(.stamp) { Rectangle().fill(.gradient(.black, .white, from: .left, to: .right)) }
      .still()
    let row = (0..<160).map { still[$0, 45].channel(1) }
    #expect(row[0] <= 2 && row[159] >= 253 && abs(row[80] - 128) <= 2)
    #expect(zip(row, row.dropFirst()).allSatisfy { $0 <= $1 })
    let round = try Sketch(.stamp) { Rectangle().fill(.radialGradient(.white, .black)) }.still()
    let edges = [round[80, 45], round[0, 45], round[80, 0], round[0, 0]].map { $0.channel(1) }
    #expect(edges[0] >= 250 && edges[1] <= 4 && edges[2] <= 4 && edges[3] == 0)
  }

  @Test(
    "weighs two things that dissolve, holes and all, and forgets what was there before",
    arguments: [1, 3, 5])
  func dissolves(frame: Int) throws {
    let first = Rectangle().fill(.hex(0xFF8040)).frame(width: 80, height: 60).offset(x: -20).opacity(0.5)
    let second = Ellipse().fill(.hex(0x20C0FF)).frame(width: 100, height: 50).offset(x: 20).opacity(0.7)
    let canvas = Canvas.stamp.background(.clear)
    let layers = [first.layer, second.layer]
    let (from, to) = (
      try Sketch(canvas) { [layers[0]] }.still(), try Sketch(canvas) { [layers[1]] }.still()
    )
    let mixed = try Sketch(canvas) {
      Series {
        [layers[0]].map { layer in
          var layer = layer
          layer.timing.length = 0.6
          return layer
        }
        Group { [layers[1]] }.entering(.dissolve, over: 0.6)
      }
    }.still(at: Time(samples: Int64(frame), rate: 10))
    let progress = (Double(frame) + 0.5) / 6
    let worst = mixed.pixels.indices.map { index -> Int in
      let sum = zip(from.pixels[index].channels, to.pixels[index].channels).map { first, second in
        Int((Double(first) * (1 - progress) + Double(second) * progress).rounded())
      }
      return mixed.pixels[index].distance(to: UInt32(channels: sum))
    }.max()
    #expect(worst ?? 9 <= 1)
  }

  @Test("cuts what is outside a clip and leaves the rest alone")
  func clips() throws {
    let still = try Sketch(.stamp) { Solid(.white).frame(width: 80, height: 40).clipped(to: .ellipse) }
      .still()
    let places = [still[80, 45], still[42, 45], still[80, 26], still[42, 27], still[80, 24], still[10, 45]]
    #expect(places.map { $0.channel(0) } == [255, 255, 255, 0, 0, 0])
  }

  @Test(
    "puts text where its box is, and only there", arguments: ["Inter", "EB Garamond", "Dancing Script"])
  func setsText(family: String) throws {
    let still = try Sketch(.stamp) {
      Text("Hamburg").font(family, size: 20).position(x: 20, y: 10, anchor: .topLeft)
    }.still()
    let ink = still.pixels.indices.filter { still.pixels[$0] != 0xFF00_0000 }.map { ($0 % 160, $0 / 160) }
    let (columns, rows) = (ink.map(\.0), ink.map(\.1))
    #expect(ink.count > 150)
    #expect((18...26).contains(columns.min() ?? 0) && (65...125).contains(columns.max() ?? 0))
    #expect((8...24).contains(rows.min() ?? 0) && (20...42).contains(rows.max() ?? 0))
  }

  @Test("rounds corners and draws lines half inside and half outside")
  func drawsShapes() throws {
    let still = try Sketch(.stamp) {
      Rectangle(cornerRadius: 15).fill(.red).stroke(.white, width: 6).frame(width: 100, height: 50)
    }.still()
    let red = UInt32(0xFFE5_383B)
    let places = [
      still[80, 45], still[80, 24], still[80, 16], still[80, 18], still[80, 21], still[31, 21],
      still[26, 45], still[28, 45],
    ]
    #expect(
      places == [red, red, 0xFF00_0000, 0xFFFF_FFFF, 0xFFFF_FFFF, 0xFF00_0000, 0xFF00_0000, 0xFFFF_FFFF])
  }

  @Test(
    "fills the screen with what is enlarged beyond all bounds", arguments: [1e2, 1e4, 1e6, 1e8])
  func enlarges(scale: Double) throws {
    let film = Sketch(.stamp) {
      Ellipse().fill(.hex(0x0A64F0)).scale { _ in scale }
      Ellipse().fill(.clear).stroke(.hex(0x0A64F0), width: 1).frame(width: 2, height: 2).scale { _ in scale
      }
    }
    let still = try film.still()
    #expect(still.count(differingFrom: 0xFF0A_64F0) == 0)
  }

  @Test("paints nothing where something is too small to be seen", arguments: [1e-9, 0, -1e-9, .nan])
  func shrinks(scale: Double) throws {
    let still = try Sketch(.stamp) {
      Rectangle().stroke(.white, width: 4).scale { _ in scale }
      Image("noise").scale(x: 1, y: .computed { _ in scale })
      Text("tiny").scale { _ in scale }
      Rectangle().stroke(.white, width: .nan).unfilled()
    }.still()
    #expect(still.count(differingFrom: 0xFF00_0000) == 0)
  }

  /// Everything at once, moving.
  private static let revue = Sketch(.stamp) {
    Series {
      Image("large noise").kenBurns(.zoomIn(0.5)).lasting(0.8)
      Image("holes").fit(.blurred).kenBurns(.pan(.left)).entering(.dissolve, over: 0.5)
      Group {
        Text("refrain").font("EB Garamond", size: 30)
        Ellipse().unfilled().stroke(.gold, width: 2)
      }
      .entering(.dissolve, over: 0.4)
    }
    Rectangle().fill(.radialGradient(.hotPink, .clear)).blendMode(.screen).opacity { $0 / 2 }
    Text("title").font("Inter", size: 40).rotation { $0 * 20 }.offset(
      x: .noise(-20, 20, every: 0.3, seed: "t"))
    Text("still").fill(.gradient(.white, .gold)).entering(.slide(.up), over: 0.5).clipped(to: .ellipse)
  }

  @Test("paints a frame the same, whatever it painted before")
  func isPure() throws {
    let graph = try Self.revue.graph()
    let fresh = try graph.drawings.map { try $0.painted().pixels }
    let noise = Noise("order")
    let order = (0..<60).map { Int(noise.value($0) * Double(graph.frameCount)) }
    var painter = try Painter.fresh(graph.size)
    for frame in order + order.reversed() {
      let pixels = try painter.pixels(of: graph.drawing(at: FrameIndex(frame)))
      let same = pixels == fresh[frame]
      #expect(same, "frame \(frame)")
    }
  }

  @Test("leaves nothing of a frame in the next, even under a dissolve of two that cover")
  func forgets() throws {
    let size = PixelSize(width: 8, height: 8)
    let box = Outline.rectangle(Rect(x: 0, y: 0, width: 8, height: 8))
    func fill(_ color: Color) -> Mark { .fill(box, .color(color), at: .identity, opacity: 1) }
    for step in 0...64 {
      let marks = [Mark.dissolve(from: [fill(.black)], to: [fill(.black)], progress: Double(step) / 64)]
      let drawing = Drawing(size: size, background: .black, marks: marks)
      var painter = try Painter.fresh(size)
      let first = try painter.pixels(of: drawing)
      _ = try painter.pixels(of: Drawing(size: size, background: .white, marks: []))
      let second = try painter.pixels(of: drawing)
      #expect(first == second, "step \(step)")
    }
  }
}

extension FrameGraph {
  var drawings: [Drawing] { (0..<frameCount).map { drawing(at: FrameIndex($0)) } }
}
