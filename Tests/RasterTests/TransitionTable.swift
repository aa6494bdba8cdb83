import Libretto
import Primitives
import Rehearsal

/// Every transition on every kind of element, outside of a series.
enum TransitionTable {
  /// What is left alone by an element that has no neighbour.
  enum Bounds {
    /// What its own pixels don't cover at rest.
    case ink
    /// What is outside of its box.
    case box
    /// What is outside of its box, where it fills that; letters fly, blur and tear beyond it.
    case filledBox
    /// Nothing: it comes from elsewhere.
    case none
  }

  static let transitions: [(name: String, Transition, bounds: Bounds)] = [
    ("fade", .fade, .ink), ("dissolve", .dissolve, .ink), ("fade through", .fade(through: .coral), .ink),
    ("additive dissolve", .additiveDissolve, .ink), ("blur", .blur(), .filledBox),
    ("wipe", .wipe(.upLeft), .ink), ("blinds", .blinds(), .ink), ("clock", .clock(), .ink),
    ("iris", .iris(.star), .ink),
    ("checker", .checker(), .ink), ("tiles", .tiles(), .ink), ("clouds", .clouds(), .ink),
    ("spiral", .spiral(), .ink), ("luma", .luma("hills"), .ink), ("slide", .slide(.left), .none),
    ("push", .push(.up), .box), ("cover", .cover(.left), .box), ("uncover", .uncover(.down), .box),
    ("slices", .slices(), .box), ("whip pan", .whipPan(), .filledBox), ("zoom", .zoom(), .filledBox),
    ("morph scale", .morphScale(), .filledBox), ("page", .page(), .box), ("page left", .page(.left), .box),
    ("flash", .flash(), .ink), ("light leak", .lightLeak(), .ink), ("film burn", .filmBurn(), .ink),
    ("glitch", .glitch(), .filledBox),
  ]

  /// As large as the elements are, in the middle of a cell.
  static let box = PixelSize(width: 36, height: 20)
  static let cell = PixelSize(width: 52, height: 32)

  struct Kind: Sendable {
    let name: String
    /// Whether it hides what is in its box, so that its edge is the box's.
    let isFull: Bool
    let element: @Sendable () -> Group

    init(_ name: String, isFull: Bool, @LayersBuilder _ element: @escaping @Sendable () -> Layers) {
      (self.name, self.isFull) = (name, isFull)
      self.element = { Group(element).frame(width: 36, height: 20) }
    }
  }

  static let kinds = [
    Kind("text", isFull: false) { Text("Word").font("Bebas Neue", size: 21).fill(.gold) },
    Kind("picture", isFull: true) { Image("hills").fit(.cover) },
    Kind("shape", isFull: true) { Ellipse().fill(.gradient(.hotPink, .electricBlue)) },
    Kind("group", isFull: false) {
      Rectangle().fill(.teal).frame(width: 20, height: 11).placed(x: 0, y: 0, anchor: .topLeft)
      Rectangle().fill(.coral).frame(width: 20, height: 11).placed(x: 36, y: 20, anchor: .bottomRight)
    },
    Kind("cell", isFull: true) { Grid(columns: 1) { Solid(.violet) } },
    Kind("frame", isFull: false) { Image("frame").fit(.stretch) },
  ]

  /// An element that comes or goes for two seconds, of a hundred frames each.
  static func film(_ kind: Kind, _ transition: Transition?, leaving: Bool = false) -> Sketch {
    Sketch(.size(cell.width, cell.height).frameRate(100).lasting(3).background(.ink)) {
      let element = kind.element()
      if let transition, leaving {
        element.lasting(2).exiting(transition, over: 2)
      } else if let transition {
        element.entering(transition, over: 2)
      } else {
        element
      }
    }
  }

  /// All transitions at one moment, as they come and beneath that as they go.
  static func sheet(of kind: Kind) throws -> Bitmap {
    let columns = 10
    let halves = [(false, 0.9), (true, 1.1)]
    let stills = try halves.map { leaving, time in
      try transitions.map { try film(kind, $0.1, leaving: leaving).still(at: .seconds(time)) }
    }
    let rows = (transitions.count + columns - 1) / columns
    return .drawn(width: columns * cell.width, height: 2 * rows * cell.height) { x, y in
      let index = y / cell.height % rows * columns + x / cell.width
      guard index < transitions.count else { return 0xFF80_8080 }
      return stills[y / cell.height / rows][index][x % cell.width, y % cell.height]
    }
  }
}
