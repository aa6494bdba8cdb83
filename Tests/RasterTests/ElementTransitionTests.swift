import Libretto
import Primitives
import Rehearsal
import Testing

@Suite("A transition of one element")
struct ElementTransitionTests {
  private typealias Table = TransitionTable
  static let kinds = Array(Table.kinds.indices)

  @Test("looks meant, of every kind, coming and going", arguments: kinds)
  func isMeant(kind: Int) throws {
    let kind = Table.kinds[kind]
    try expectGolden(try Table.sheet(of: kind), "transitions-\(kind.name)")
  }

  @Test("is cut at its element", arguments: kinds)
  func isCut(kind: Int) throws {
    let kind = Table.kinds[kind]
    let empty = try Sketch(Table.film(kind, nil).canvas) { Solid(.clear) }.still()
    let rest = try Table.film(kind, nil).still()
    for (name, transition, bounds) in Table.transitions {
      guard let isFree = Table.leavesAlone(bounds, kind, rest, empty) else { continue }
      for (leaving, time) in [false, true].flatMap({ leaving in [0.4, 0.8, 1.1, 1.6].map { (leaving, $0) } }
      ) {
        let still = try Table.film(kind, transition, leaving: leaving).still(at: .seconds(time))
        let spilt = still.pixels.indices.count {
          isFree[$0] && still.pixels[$0].distance(to: empty.pixels[$0]) > 2
        }
        #expect(spilt == 0, "\(name) of \(kind.name), \(leaving ? "leaving" : "coming"), at \(time)")
      }
    }
  }

  @Test(
    "begins with nothing, ends with nothing but the element, and goes the same way back", arguments: kinds)
  func hasEnds(kind: Int) throws {
    let kind = Table.kinds[kind]
    let empty = try Sketch(Table.film(kind, nil).canvas) { Solid(.clear) }.still()
    let rest = try Table.film(kind, nil).still()
    let whole = Double(rest.difference(from: empty))
    for (name, transition, _) in Table.transitions {
      let (coming, going) = (Table.film(kind, transition), Table.film(kind, transition, leaving: true))
      #expect(try coming.still(at: 2).distance(to: rest) == 0, "\(name) of \(kind.name)")
      #expect(try going.still(at: 2).distance(to: empty) == 0, "\(name) of \(kind.name)")
      // A signal that is lost is lost from the first to the last.
      let share = name == "glitch" ? 0.9 : 0.06
      let ends = try [
        coming.still(at: 0).difference(from: empty), going.still(at: 1.99).difference(from: empty),
        coming.still(at: 1.99).difference(from: rest), going.still(at: 0).difference(from: rest),
      ].map { Double($0) / whole }
      #expect(ends.allSatisfy { $0 < share }, "\(name) of \(kind.name): \(ends)")
    }
  }

  static let repeating: [(String, Transition)] = [
    ("whip pan", .whipPan()), ("zoom", .zoom()), ("morph scale", .morphScale()),
    ("zoom in steps", .zoom(6)), ("push", .push(.left)),
  ]

  @Test("shows no mirrored copies", arguments: repeating)
  func isOnce(name: String, transition: Transition) throws {
    for time in [0.5, 0.8, 0.95, 1.05, 1.2, 1.5] {
      for leaving in [false, true] {
        let film = Sketch(.stamp.frameRate(100).lasting(2)) {
          let halves = Group {
            Rectangle().fill(.hex(0xFF0000)).frame(width: .percent(50)).placed(
              x: 0, y: .percent(50), anchor: .left)
            Rectangle().fill(.hex(0x0000FF)).frame(width: .percent(50)).placed(
              x: .percent(100), y: .percent(50), anchor: .right)
          }.frame(width: 60, height: 40)
          if leaving { halves.exiting(transition, over: 2) } else { halves.entering(transition, over: 2) }
        }
        let still = try film.still(at: .seconds(time))
        let row = (0..<160).map { still[$0, 45] }
        let red = row.lastIndex { $0.channel(2) > $0.channel(0) + 30 }
        let blue = row.firstIndex { $0.channel(0) > $0.channel(2) + 30 }
        if let red, let blue {
          #expect(red < blue, "\(name), \(leaving ? "leaving" : "coming"), at \(time)")
        }
      }
    }
  }
}

extension TransitionTable {
  /// Which pixels a transition leaves as they are; nil if any may change.
  fileprivate static func leavesAlone(
    _ bounds: Bounds, _ kind: Kind, _ rest: Bitmap, _ empty: Bitmap
  ) -> [Bool]? {
    let (left, top) = ((cell.width - box.width) / 2, (cell.height - box.height) / 2)
    switch bounds {
    case .none: return nil
    case .filledBox where !kind.isFull: return nil
    case .box, .filledBox:
      return rest.pixels.indices.map { index in
        let (x, y) = (index % cell.width - left, index / cell.width - top)
        return x < 0 || y < 0 || x >= box.width || y >= box.height
      }
    case .ink: return rest.pixels.indices.map { rest.pixels[$0] == empty.pixels[$0] }
    }
  }
}

extension Bitmap {
  /// The sum of all differences.
  fileprivate func difference(from other: Bitmap) -> Int {
    zip(pixels, other.pixels).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }
}

@Suite("A transition at a cut")
struct CutTransitionTests {
  /// Fine stripes, so that whatever is sharp shows.
  private func film(_ transition: Transition, _ canvas: Canvas = .stamp) -> Sketch {
    Sketch(canvas.frameRate(100).lasting(2)) {
      Series {
        Image("tower").lasting(2)
        Image("tower").entering(transition, over: 2)
      }
    }
  }

  @Test("by a whip pan blurs before it shows anything twice")
  func blursFirst() throws {
    let still = try film(.whipPan().eased(.linear)).still(at: 0.06)
    // The way is three screens: less than a tenth of one is seen twice by now.
    let steps = (40..<120).map { abs(still[$0, 45].channel(1) - still[$0 - 1, 45].channel(1)) }
    #expect((steps.max() ?? 0) < 30)
  }

  @Test("shows no tiles", arguments: [Transition.zoom(), .morphScale(), .zoom(5)])
  func hasNoTiles(transition: Transition) throws {
    for time in [0.9, 1, 1.1, 1.3, 1.6] {
      let film = Sketch(.stamp.frameRate(100).lasting(2)) {
        Series {
          Solid(.hex(0x202020)).lasting(2)
          Image("halves").entering(transition, over: 2)
        }
      }
      let still = try film.still(at: .seconds(time))
      let row = (0..<160).map { still[$0, 45] }
      let red = row.lastIndex { $0.channel(2) > $0.channel(0) + 30 } ?? -1
      let blue = row.firstIndex { $0.channel(0) > $0.channel(2) + 30 } ?? 160
      #expect(red < blue, "at \(time)")
      // Nothing beneath the two shows at their edges.
      #expect(still.pixels.allSatisfy { max($0.channel(0), $0.channel(2)) >= 28 }, "at \(time)")
    }
  }

  @Test(
    "stays in the box of a series",
    arguments: TransitionTable.transitions.map(\.name).filter { $0 != "fade" })
  func isCutAtSeries(name: String) throws {
    guard let transition = TransitionTable.transitions.first(where: { $0.name == name })?.1 else { return }
    try expectNothingBeside(lasting: 3) {
      Solid(.gold).lasting(2)
      Image("hills").entering(transition, over: 2)
    }
  }

  @Test("stays there as an overlay, too")
  func overlays() throws {
    for overlay in [Overlay.flash(), .lightLeak(), .shutter(.coral)] {
      try expectNothingBeside(lasting: 2) {
        Solid(.gold).lasting(1)
        Image("hills").overlaying(overlay, over: 2)
      }
    }
  }

  private func expectNothingBeside(
    lasting length: Time, @LayersBuilder _ players: @escaping @Sendable () -> Layers
  ) throws {
    let film = Sketch(.stamp.frameRate(100).lasting(length)) {
      Group { Series { players() } }.frame(width: 60, height: 40)
    }
    for time in [0.4, 0.9, 1.3] {
      let still = try film.still(at: .seconds(time))
      let spilt = still.pixels.indices.count { index in
        let (x, y) = (index % 160, index / 160)
        let isInside = (50..<110).contains(x) && (25..<65).contains(y)
        return !isInside && still.pixels[index] != 0xFF00_0000
      }
      #expect(spilt == 0, "at \(time)")
    }
  }

  @Test("turns a page whose back is paper, whatever is on its front")
  func turnsPaper() throws {
    let film = Sketch(.stamp.frameRate(100).lasting(4)) {
      Series {
        Image("noise").lasting(2)
        Solid(.hex(0x0000FF)).entering(.page(.left).eased(.linear), over: 2)
      }
    }
    let still = try film.still(at: 1)
    // What is neither the next picture, nor colored, is the back: along the roll it is the same all the way down.
    let column = (40..<120).first { still[$0, 45].channels.prefix(3).allSatisfy { $0 > 190 } }
    let x = try #require(column)
    let levels = (5..<85).map { still[x, $0].channel(1) }
    #expect((levels.max() ?? 0) - (levels.min() ?? 255) <= 2)
  }
}
