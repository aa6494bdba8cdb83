import Libretto
import Rehearsal
import Testing

@testable import FrameGraph

@Suite("An element in space")
struct SpaceTests {
  private static func marks(at time: Time = 0, @LayersBuilder _ content: @escaping @Sendable () -> Layers)
    throws
    -> [Mark]
  {
    let graph = try Sketch(.small, content).graph()
    return graph.drawing(at: graph.rate.frame(at: time)).marks
  }

  private static func corners(of mark: Mark, in size: Size) throws -> [Point] {
    guard case .sheet(let sheet) = mark, case .fill(_, _, let matrix, _) = sheet.marks[0] else {
      throw Problem(.bug, "no sheet with a filling")
    }
    let toScreen = matrix.homography.then(sheet.toScreen)
    return [(0, 0), (size.width, 0), (size.width, size.height), (0, size.height)].map {
      toScreen.apply(Point(x: $0.0, y: $0.1))
    }
  }

  @Test("is where a camera would see it that stands in front of its middle")
  func perspective() throws {
    let marks = try Self.marks {
      Solid(.red).frame(width: 100, height: 40).tilted(y: 60, perspective: 0.5)
    }
    // The eye is 200 away; half of the card goes 50 × sin 60° = 43.30 away at the right, and comes as near at the left.
    let (near, far): (Double, Double) = (200.0 / 156.699, 200.0 / 243.301)
    let expected = [
      Point(x: 100 - 25 * near, y: 50 - 20 * near), Point(x: 100 + 25 * far, y: 50 - 20 * far),
      Point(x: 100 + 25 * far, y: 50 + 20 * far), Point(x: 100 - 25 * near, y: 50 + 20 * near),
    ]
    let corners = try Self.corners(of: marks[0], in: Size(width: 100, height: 40))
    for (corner, place) in zip(corners, expected) {
      #expect(abs(corner.x - place.x) < 0.01)
      #expect(abs(corner.y - place.y) < 0.01)
    }
  }

  @Test("stays as it is where it isn't tilted, and is mirrored by half a turn")
  func flat() throws {
    let plain = try Self.marks { Text("card") }
    let tilted = try Self.marks { Text("card").tilted(x: 0, y: 0) }
    #expect(tilted == plain)
    let turned = try Self.marks { Solid(.red).frame(width: 100, height: 40).tilted(y: 180) }
    let mirrored = try Self.marks { Solid(.red).frame(width: 100, height: 40).scale(x: -1) }
    #expect(turned == mirrored)
  }

  @Test("shows its back unless told otherwise, and nothing edge on")
  func back() throws {
    func count(_ angle: Double, _ back: Backside) throws -> Int {
      try Self.marks { Solid(.red).tilted(x: angle, back: back) }.count
    }
    let counts = try [80, 90, 100, 260, 280].map { try (count($0, .mirrored), count($0, .hidden)) }
    #expect(counts.map(\.0) == [1, 0, 1, 1, 1])
    #expect(counts.map(\.1) == [1, 0, 0, 0, 1])
  }

  @Test("throws its shadow on what is beneath, whatever it is tilted by")
  func shadow() throws {
    let marks = try Self.marks { Solid(.red).frame(width: 90, height: 40).shadowed(y: 9).tilted(y: 30) }
    guard case .group(let group) = marks[0], case .sheet(let sheet) = group.marks[0] else {
      Issue.record("no shadow around a sheet")
      return
    }
    #expect(group.filters.map(\.name) == ["shadow #00000080 8 +0,9"])
    #expect(sheet.marks.count == 1)
  }

  private static let deep = { @Sendable (z: Double) in
    Solid(.red).frame(width: 20, height: 10).depth(z)
  }

  private static func place(_ mark: Mark) -> Point? {
    if case .fill(_, _, let matrix, _) = mark { matrix.apply(Point(x: 10, y: 5)) } else { nil }
  }

  @Test("moves the less the deeper it lies when a camera does, and not at all without a depth")
  func parallax() throws {
    func places(_ x: Double) throws -> [Double] {
      // A lens of 36 mm stands as far away as its frame is wide: 200.
      try Self.marks {
        Camera(lens: 36) {
          Self.deep(200)
          Self.deep(0)
          Self.deep(-100)
          Solid(.red).frame(width: 20, height: 10)
        }.panned(x: .pixels(x))
      }.compactMap { Self.place($0)?.x }
    }
    let moved = try zip(places(0), places(30)).map { $0 - $1 }
    #expect(moved == [15, 30, 60, 0])
  }

  @Test("is as small as it is deep, unless it keeps its size until the camera moves")
  func size() throws {
    func scales(_ ahead: Double, keepsSize: Bool) throws -> Double {
      let marks = try Self.marks {
        Camera(lens: 36) {
          Solid(.red).frame(width: 20, height: 10).depth(200, keepingSize: keepsSize)
        }.dollied(.pixels(ahead))
      }
      guard case .fill(_, _, let matrix, _) = marks[0] else { return 0 }
      return matrix.a
    }
    #expect(try scales(0, keepsSize: false) == 0.5)
    #expect(try scales(200, keepsSize: false) == 1)
    #expect(try scales(0, keepsSize: true) == 1)
    #expect(try scales(200, keepsSize: true) == 2)
  }

  @Test("is painted from the farthest to the nearest, between those that have no depth")
  func order() throws {
    let marks = try Self.marks {
      Camera {
        Solid(.red).depth(-10)
        Solid(.gold).depth(50)
        Solid(.teal)
        Solid(.blue).depth(1)
        Solid(.violet).depth(2)
      }
    }
    let colors = marks.compactMap { mark -> Color? in
      if case .fill(_, .color(let color), _, _) = mark { color } else { nil }
    }
    // What covers all hides what is beneath it.
    #expect(colors == [.teal, .violet, .blue])
  }

  @Test("isn't seen behind the camera")
  func behind() throws {
    let marks = try Self.marks { Camera(lens: 36) { Self.deep(-250) } }
    #expect(marks == [])
  }

  @Test("moves with a camera from its first frame to its last, gently")
  func moves() throws {
    func x(_ time: Time) throws -> Double {
      let marks = try Self.marks(at: time) {
        Camera(.pan(x: 40), .zoom(2), lens: 36) { Self.deep(0) }
      }
      return try #require(marks.first.flatMap(Self.place)).x
    }
    #expect(try abs(x(0) - 120) < 0.01)
    #expect(try abs(x(1) - 100) < 1)
    #expect(try x(1.9) < 65)
  }

  @Test("warns of a depth that no camera sees")
  func depthWithoutCamera() {
    let film = Sketch(.small) {
      Text("deep").depth(100)
      Camera { Group { Text("seen").depth(3) } }
      Camera { Group { Text("flat").depth(3) }.tilted(y: 3) }
    }
    #expect(
      film.lowered().log.diagnostics.map(\.brief)
        == ["warning: no camera sees how deep this lies", "warning: no camera sees how deep this lies"])
  }
}
