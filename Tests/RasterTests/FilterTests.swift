import FrameGraph
import Libretto
import Raster
import Testing

@Suite("A filter")
struct FilterTests {
  /// A white square in the middle of a black screen of 160×90.
  private func square(_ look: @escaping @Sendable (Rectangle) -> Rectangle) throws -> Bitmap {
    try Sketch { look(Rectangle().fill(.white).frame(width: 40, height: 40)) }.still()
  }

  @Test("spreads what it blurs, evenly to all sides, and leaves the far ones alone")
  func blurs() throws {
    let soft = try square { $0.blurred(6) }
    #expect(soft[80, 45].channel(0) > 200)
    #expect((100...155).contains(soft[60, 45].channel(0)), "half as bright at its edge")
    #expect(soft[54, 45].channel(0) > 20)
    #expect(soft[20, 45] == 0xFF00_0000)
    let mirrored = (0..<160).allSatisfy { soft[$0, 45].distance(to: soft[159 - $0, 45]) <= 1 }
    #expect(mirrored)
  }

  @Test("takes what reaches to the screen's edge to go on beyond it")
  func goesOn() throws {
    let still = try Sketch { Solid(.hex(0x336699)).blurred(20) }.still()
    #expect(still.count(differingFrom: 0xFF33_6699) == 0)
  }

  @Test("sees an element that was cut first")
  func comesAfterTheCut() throws {
    let soft = try square { $0.clipped(to: .rectangle(cornerRadius: 20)).blurred(3) }
    #expect(soft[62, 27].channel(0) < 40)
  }

  @Test("of nothing, of no number and of less is none", arguments: [0, -3, Double.nan])
  func isNone(radius: Double) throws {
    let sharp = try square { $0 }
    let filtered = try square { $0.blurred(radius) }
    #expect(filtered.distance(to: sharp) == 0)
  }
}
