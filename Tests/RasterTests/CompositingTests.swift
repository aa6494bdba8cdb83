import FrameGraph
import Libretto
import Rehearsal
import Testing

@testable import Raster

@Suite("Compositing")
struct CompositingTests {
  static let stills: [(name: String, Sketch)] = [
    (
      "mask-text",
      Sketch(.stamp.background(.ink)) {
        Image("hills").masked { Text("NEON").font("Bebas Neue", size: 80) }
      }
    ),
    (
      "mask-luma",
      Sketch(.stamp.background(.ink)) {
        Image("hills").masked(by: .luma) {
          Rectangle().fill(.gradient(.white, .black, from: .left, to: .right))
        }
      }
    ),
    (
      "mask-inverted",
      Sketch(.stamp.background(.gold)) {
        Image("hills").frame(width: 140, height: 70).masked(inverted: true) {
          Ellipse().frame(width: 60, height: 60)
        }
      }
    ),
    (
      "shadow-group",
      Sketch(.stamp.background(.paper)) {
        Group {
          Ellipse().fill(.coral).frame(width: 40, height: 40).offset(x: -22)
          Rectangle(cornerRadius: 6).fill(.teal).frame(width: 44, height: 30).offset(x: 20)
        }.shadow(.black.opacity(0.6), radius: 10, x: 4, y: 6)
      }
    ),
    (
      "border-corners",
      Sketch(.stamp.background(.ink)) {
        Image("hills").frame(width: 66, height: 66).cornerRadius(18).border(.white, width: 4).offset(x: -38)
        Image("tower").frame(width: 60, height: 60).clipped(to: .ellipse).border(
          .gradient(.gold, .hotPink), width: 5
        )
        .offset(x: 38)
      }
    ),
    (
      "tiles",
      Sketch(.stamp.background(.paper)) {
        Rectangle(cornerRadius: 4).fill(.gradient(.teal, .violet, from: .topLeft, to: .bottomRight))
          .frame(width: 22, height: 16).rotation(-15).tiled(gap: 6)
      }
    ),
    (
      "tiles-mirrored",
      Sketch(.stamp) { Image("hills").frame(width: 50, height: 40).tiled(mirrored: true).offset(x: 9) }
    ),
    (
      "reflection",
      Sketch(.stamp.background(.ink)) {
        Image("hills").frame(width: 80, height: 44).cornerRadius(8).border(.white, width: 2)
          .reflected(gap: 2, opacity: 0.6, reach: 0.7).offset(y: -16)
      }
    ),
    (
      "skew",
      Sketch(.stamp.background(.ink)) {
        Image("tower").frame(width: 60, height: 60).skewed(x: -20).offset(x: -40)
        Text("LEAN").font("Inter", size: 22, weight: .bold).skewed(x: -15, y: -10).offset(x: 36)
      }
    ),
    (
      "nested",
      Sketch(.stamp.background(.midnight)) {
        Nested(Badge()).frame(width: 70).rotation(-8).offset(x: -36)
        Nested(Badge()).frame(width: 50).clipped(to: .ellipse).offset(x: 42)
      }
    ),
    (
      "blend-modes",
      Sketch(Canvas.size(180, 90).frameRate(10).lasting(1).background(.ink)) {
        Grid(columns: 6, spacing: 2) {
          for mode in BlendMode.allCases {
            Group {
              Image("hills")
              Rectangle().fill(.gradient(.hotPink, .electricBlue, from: .left, to: .right))
                .frame(width: .percent(100), height: .percent(60)).blendMode(mode)
            }.clipped()
          }
        }
      }
    ),
  ]

  /// A film of its own.
  private struct Badge: Composition {
    var canvas: Canvas { Canvas.size(400, 300).background(.gold) }
    var body: Layers {
      Rectangle().unfilled().stroke(.ink, width: 30)
      Text("8").font("Bebas Neue", size: 260).color(.ink)
    }
  }

  @Test("has not changed", arguments: stills)
  func matches(name: String, film: Sketch) throws {
    try expectGolden(try film.still(), name)
  }

  @Test(
    "shows by a mask's opacity or light, or what they leave",
    arguments: [
      (MaskChannel.alpha, false, Color.white.opacity(0.25), 64), (.alpha, true, .white.opacity(0.25), 191),
      (.luma, false, .gray(0.5), 128), (.luma, true, .gray(0.5), 127), (.luma, false, .hex(0x00FF00), 182),
    ])
  func masks(channel: MaskChannel, inverted: Bool, color: Color, level: Int) throws {
    let still = try Sketch(.stamp) {
      Solid(.white).masked(by: channel, inverted: inverted) { Rectangle().fill(color) }
    }.still()
    #expect(abs(still[80, 45].channel(0) - level) <= 1)
  }

  @Test("of a mask that is nothing shows nothing, and its inverse all")
  func masksByNothing() throws {
    for inverted in [false, true] {
      let still = try Sketch(.stamp) { Solid(.white).masked(inverted: inverted) { Group {} } }.still()
      #expect(still[80, 45] == (inverted ? 0xFFFF_FFFF : 0xFF00_0000))
    }
  }

  @Test("throws a shadow that lies beneath, softly, where the light sends it")
  func shadows() throws {
    let still = try Sketch(.stamp.background(.white)) {
      Rectangle().fill(.red).frame(width: 40, height: 40).rotation(90).shadow(
        .black, radius: 8, x: 10, y: 0)
    }.still()
    #expect(still[80, 45] == 0xFFE5_383B)
    #expect(still[104, 45].channel(0) < 60 && still[56, 45].channel(0) > 250)
    #expect((90...165).contains(still[109, 45].channel(0)))
  }

  @Test(
    "bears any number",
    arguments: [0, -1, 1e-9, 1e9, .nan, .infinity, -.infinity] as [Double])
  func bears(number: Double) throws {
    let still = try Sketch(.stamp) {
      Image("hills").frame(width: 60, height: 40).cornerRadius(number).border(.gold, width: number)
      Image("hills").frame(width: 60, height: 40).shadow(.black, radius: number, x: number, y: number)
      Image("hills").frame(width: 60, height: 40).tiled(gap: number)
      Rectangle().frame(width: number, height: number).tiled(gap: 0)
      Image("hills").reflected(gap: .pixels(number), opacity: Animated(number), reach: Animated(number))
      Image("hills").skewed(x: number, y: number)
      Image("hills").masked { Ellipse().frame(width: number, height: 20) }
      Grid(columns: 2, spacing: .pixels(number)) { Image("hills").padded(number) }
    }.still()
    #expect(still.size.width == 160)
  }
}
