import FrameGraph
import Libretto
import Testing

/// The example of `Docs/Layout.md`, on small canvases.
@Suite("A poster")
struct PosterTests {
  private struct Poster: Composition {
    var canvas = Canvas.size(160, 90)

    var body: Layers {
      Image("hills").kenBurns(.auto)
      Rectangle().fill(.gradient(.ink.opacity(0), .ink.opacity(0.9)))
      Group {
        Column(spacing: .vmin(1), alignment: canvas.isTall ? .center : .leading) {
          Text("NEON RAIN").font("Bebas Neue", size: .vmin(16))
          Text("the Libretto House Band").font("Dancing Script", size: .vmin(6)).color(.electricBlue)
        }
        .aligned(canvas.isTall ? .bottom : .bottomLeft)
        Grid(columns: canvas.isTall ? 3 : 1, spacing: .vmin(2)) {
          for name in ["tower", "noise", "hills"] {
            Image(name).cornerRadius(.percent(12)).border(.white, width: .percent(2))
          }
        }
        .frame(width: .percent(canvas.isTall ? 100 : 24), height: .percent(canvas.isTall ? 16 : 100))
        .aligned(canvas.isTall ? .top : .topRight)
      }
      .inside(canvas.safeArea)
    }
  }

  @Test("fits every screen", arguments: [("wide", 192, 108), ("square", 120, 120), ("tall", 108, 192)])
  func fits(name: String, width: Int, height: Int) throws {
    var poster = Poster()
    poster.canvas = Canvas.size(width, height).frameRate(10).lasting(2)
    try expectGolden(try poster.graph().drawing(at: FrameIndex(10)).painted(), "layout-\(name)")
  }
}
