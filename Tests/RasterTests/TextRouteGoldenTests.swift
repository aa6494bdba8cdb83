import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("Words along a path, painted")
struct TextRouteGoldenTests {
  @Test("have not changed")
  func matches() throws {
    let film = Sketch(.stamp.background(.paper)) {
      let wave = Path().move(84, 60).curve((105, 20), (130, 90), to: (156, 44))
      wave.unfilled().stroke(.gold, width: 1)
      Text("office مرحبا").font("Inter", size: 14, weight: .bold).fallingBack(to: "Noto Sans Arabic").fill(
        .ink
      )
      .along(wave, raised: 2)
      Text("ROUND • ROUND •").font("Bebas Neue", size: 22).fill(.gradient(.hotPink, .electricBlue))
        .outlined(.ink, 1).along(Path(circleAround: Point(x: 42, y: 48), radius: 26))
    }
    try expectGolden(try film.still(), "text-along")
  }

  @Test("glide: a shift by half a pixel moves them by half a pixel")
  func glides() throws {
    func middle(_ shift: Double) throws -> Double {
      let film = Sketch(.stamp.background(.black)) {
        Text("slow").font("Inter", size: 20).along(
          Path().move(0, 50).line(160, 50), shifted: .computed { _ in shift })
      }
      let still = try film.still()
      var (sum, weight) = (0.0, 0.0)
      for y in 0..<90 {
        for x in 0..<160 {
          sum += Double(x * still[x, y].channel(0))
          weight += Double(still[x, y].channel(0))
        }
      }
      return sum / weight
    }
    let way = try middle(0.5 / 160) - middle(0)
    #expect(abs(way - 0.5) < 0.03)
  }
}
