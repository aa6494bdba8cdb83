import FrameGraph
import Libretto
import Rehearsal
import Testing

@testable import Raster

@Suite("What lies beneath")
struct BackdropTests {
  private static let stills: [(name: String, Sketch)] = [
    (
      "backdrop",
      Sketch(.stamp) {
        Image("hills")
        Text("UNDER").font("Bebas Neue", size: 70).fill(.hotPink)
        Group { Text("glass").font("Inter", size: 14, weight: .bold) }
          .frame(width: 60, height: 40).cornerRadius(8).border(.white.opacity(0.5), width: 1)
          .frosted(4).placed(x: 40, y: 30)
        Group { Text("tilted").font("Inter", size: 14, weight: .bold) }
          .frame(width: 60, height: 40).cornerRadius(8).border(.white.opacity(0.5), width: 1)
          .frosted(4).tilted(y: 40).placed(x: 118, y: 32)
        Backdrop().graded(.saturation(0), .contrast(1.4)).masked { Ellipse() }
          .frame(width: 120, height: 34).placed(x: 80, y: 70)
      }
    )
  ]

  @Test("has not changed", arguments: stills)
  func matches(name: String, film: Sketch) throws { try expectGolden(try film.still(), name) }

  private static func still(@LayersBuilder _ content: @escaping @Sendable () -> Layers) throws -> Bitmap {
    try Sketch(.stamp.background(.black), content).still()
  }

  private static func center(@LayersBuilder _ content: @escaping @Sendable () -> Layers) throws -> [Int] {
    let pixel = try still(content)[80, 45]
    return (0..<3).map { pixel.channel($0) }
  }

  @Test("is as it was where nothing is done to it, on any layer")
  func untouched() throws {
    let plain = try Self.still { Image("noise") }
    let seen = try Self.still {
      Image("noise")
      Backdrop()
      Group { Group { Backdrop().frame(width: 40, height: 40) }.opacity(0.5) }.opacity(0.5)
      Backdrop().clipped(to: .ellipse)
    }
    #expect(seen.distance(to: plain) <= 1)
  }

  @Test("is graded as if the grade were said of all of it")
  func adjustment() throws {
    let whole = try Self.still {
      Group {
        Image("noise")
        Text("words").font("Inter", size: 40)
      }.graded(.saturation(0), .contrast(1.3))
    }
    let beneath = try Self.still {
      Image("noise")
      Text("words").font("Inter", size: 40)
      Backdrop().graded(.saturation(0), .contrast(1.3))
    }
    #expect(beneath.distance(to: whole) <= 1)
  }

  @Test("is seen through groups, whatever they do, and as much as they are seen")
  func throughGroups() throws {
    let negative = { @Sendable in Backdrop().graded(.curve((0, 1), (1, 0))) }
    let plain = try Self.center {
      Solid(.gray(0.2))
      negative()
    }
    #expect(plain == [204, 204, 204])
    let inGroups = try Self.center {
      Solid(.gray(0.2))
      Group { Group { negative() }.cornerRadius(10) }.scale(0.7).rotation(10)
    }
    #expect(inGroups == [204, 204, 204])
    let half = try Self.center {
      Solid(.gray(0.2))
      Group { negative() }.opacity(0.5)
    }
    #expect(half.allSatisfy { (126...129).contains($0) })
    let filtered = try Self.center {
      Solid(.gray(0.2))
      Group { negative() }.graded(.brightness(0.1))
    }
    #expect(filtered.allSatisfy { (228...231).contains($0) })
    let tilted = try Self.center {
      Solid(.gray(0.2))
      Group { negative() }.tilted(y: 30)
    }
    #expect(tilted.allSatisfy { (203...205).contains($0) })
  }

  @Test("takes in what was painted before it in its own group, and nothing after")
  func ownGroup() throws {
    let color = try Self.center {
      Solid(.gray(0.2))
      Group {
        Solid(.gray(0.4)).frame(width: 30, height: 30)
        Backdrop().graded(.curve((0, 1), (1, 0)))
        Solid(.gray(0.9)).frame(width: 5, height: 5).offset(x: 40)
      }.opacity(0.999)
    }
    #expect(color.allSatisfy { (152...154).contains($0) })
  }

  @Test("comes by a transition over what is there", arguments: [0.0, 0.5, 1])
  func transitions(time: Double) throws {
    let film = Sketch(.stamp.background(.black)) {
      Solid(.gray(0.2))
      Backdrop().graded(.curve((0, 1), (1, 0))).entering(.slide(.left), over: 1).exiting(.fade, over: 0.5)
    }
    let still = try film.still(at: Time(seconds: time))
    let levels = Set((0..<160).map { still[$0, 45].channel(0) })
    #expect(
      levels.allSatisfy { level in
        (50...52).contains(level) || (203...205).contains(level) || levels.count <= 4
      })
    #expect(still[159, 45].channel(0) > 180)
  }

  @Test("dissolves without a jump between two elements of a series")
  func dissolve() throws {
    let film = Sketch(.stamp.background(.black)) {
      Solid(.gray(0.2))
      Series {
        Solid(.gray(0.4)).lasting(1)
        Group { Backdrop().graded(.curve((0, 1), (1, 0))) }.entering(.dissolve, over: 0.8)
      }
    }
    let levels = try [0.15, 0.3, 0.5, 0.7, 0.9, 1.2].map {
      try film.still(at: Time(seconds: $0))[80, 45].channel(0)
    }
    #expect(levels == levels.sorted())
    #expect(levels.last == 204)
  }

  @Test("is blurred beyond the shape it is cut to")
  func beyondItsShape() throws {
    let still = try Self.still {
      Solid(.white).frame(width: 80, height: 90).placed(at: .left)
      Backdrop().blurred(8).frame(width: 40, height: 40).placed(x: 104, y: 45)
    }
    // The card begins four pixels right of the edge, and is lit by what is left of it.
    #expect((50...100).contains(still[86, 45].channel(0)))
    #expect(still[82, 45].channel(0) == 0)
  }
}
