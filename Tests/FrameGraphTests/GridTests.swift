import Libretto
import Rehearsal
import Testing

@testable import FrameGraph

@Suite("A number in a drawing")
struct GridTests {
  private static let nonsense: [Double] = [.nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, 1 / 3]

  /// Every way in which an author's number can reach a drawing.
  private static func film(_ x: Double) -> Sketch {
    Sketch(.small) {
      Group {
        Solid(.red).opacity { _ in x }
        Text("scale").scale { _ in x }
        Rectangle().stroke(.gold, width: 2).scale { _ in x }
        Rectangle().stroke(.gold, width: x).rotation { _ in x }
        Text("frame").frame(width: .computed { _ in .pixels(x) }, height: .percent(x))
        Image("a.jpg").kenBurns(
          from: .focus(x: x, y: x, zoom: x), to: .rectangle(x: x, y: x, width: x, height: x)
        )
        .frame(width: .computed { _ in .vmin(x) })
        Image("tall.png").fit(.blurred).kenBurns(.pan(.up, zoom: x)).offset(
          x: .computed { _ in .pixels(x) })
      }
      Group {
        Ellipse().placed(x: .percent(x), y: .pixels(x), anchor: Anchor(x: x, y: x))
        Rectangle(cornerRadius: x).fill(.gradient(.red, .blue, from: Anchor(x: x, y: x)))
        Ellipse().fill(
          .radial([ColorStop(.red, at: x), ColorStop(.blue, at: x)], center: Anchor(x: x, y: 0), radius: x))
        Path().move(x, x).line(1 / 3, 2).curve((x, 1), (2, x), to: (x, x)).stroke(.red, width: 1 / 3)
        Visualizer().style(
          .stream(
            from: .ring(x), streak: 0.1,
            forces: [.gravity(x), .wind(x: x), .swirl(.degrees(x)), .turbulence(x)]))
        Text("spring").opacity(.spring(from: 0, to: x)).offset(
          y: .noise(.pixels(x), 1, every: .seconds(x), seed: 1))
        Group { Text("clip") }.clipped(to: .path(Path(polygon: [Point(x: x, y: 0), Point(x: 1, y: x)])))
        Text("tilt").tilted(x: .computed { _ in .degrees(x) }, y: 30, perspective: .computed { _ in x })
        Text("keys").scale(.keyframes([.at(.seconds(x), 0), .at(.seconds(x), x)]))
      }
      .scale(x: .computed { _ in x }, y: 1)
      .opacity { _ in x }
      Backdrop().blurred(3).scale { _ in x }
      Camera {
        Text("deep").depth(.computed { _ in .pixels(x) })
        Text("far").tilted(y: 20).depth(100, keepingSize: true)
      }.panned(x: .computed { _ in .pixels(x) }).zoomed(.computed { _ in x })
      Group { Text("still here") }.rotation(.computed { _ in .turns(x) })
      Series {
        Text("a").lasting(1)
        Text("b").opacity(0.3).entering(.dissolve, over: 1 / 3)
      }
    }
  }

  @Test("is on the grid, whatever an author computes", arguments: nonsense)
  func isOnTheGrid(number: Double) throws {
    let drawings = try Self.film(number).graph().drawings
    let stray = drawings.flatMap { offGrid($0, path: "drawing") }
    #expect(stray.prefix(3) == [])
    #expect(drawings.allSatisfy { drawing in !drawing.marks.isEmpty })
  }

  @Test("never leaves a mark that has no area", arguments: nonsense)
  func hasArea(number: Double) throws {
    let flat = try Self.film(number).graph().drawings.flatMap(\.marks).flatMap(\.matrices).filter {
      $0.inverse == nil
    }
    #expect(flat == [])
  }

  /// The numbers in a value that aren't on a grid, by their paths. Colors have a grid of their own.
  private func offGrid(_ value: Any, path: String) -> [String] {
    if let number = value as? Double {
      let isOnGrid = number.isFinite && (number * 16_777_216).rounded() == number * 16_777_216
      return isOnGrid ? [] : ["\(path) = \(number)"]
    }
    if value is Color || value is TextBlock { return [] }
    return Mirror(reflecting: value).children.flatMap { child in
      offGrid(child.value, path: path + "." + (child.label ?? "_"))
    }
  }

  @Test("makes a difference to the fingerprint wherever it stands")
  func reachesTheFingerprint() {
    let (ink, matrix) = (Ink.color(.red), Matrix.identity)
    let outline = Outline.rectangle(Rect(x: 0, y: 0, width: 1, height: 1))
    let block = TextBlock(text: "a", size: Size(width: 1, height: 1), lines: [])
    func sample(_ edit: (inout PictureSample) -> Void) -> Mark {
      var sample = PictureSample(
        source: PictureSource(digest: Fingerprint(high: 1, low: 2)), size: PixelSize(width: 1, height: 1),
        isOpaque: true,
        toScreen: matrix,
        isBlurred: false)
      edit(&sample)
      return .fill(outline, .picture(sample), at: matrix, opacity: 1)
    }
    func group(_ edit: (inout MarkGroup) -> Void) -> Mark {
      var group = MarkGroup([], opacity: 1)
      edit(&group)
      return .group(group)
    }
    let stops = ColorStop.spread([.red, .blue])
    let inks: [Ink] = [
      ink, .color(.blue), .color(.red.opacity(0.5)), .linear(stops, from: .zero, to: Point(x: 1, y: 0)),
      .linear(stops, from: .zero, to: Point(x: 0, y: 1)),
      .linear(stops, from: Point(x: 1, y: 0), to: .zero),
      .linear(stops.reversed(), from: .zero, to: Point(x: 1, y: 0)),
      .linear([], from: .zero, to: Point(x: 1, y: 0)),
      .radial(stops, center: .zero, radii: Size(width: 1, height: 0)),
      .radial(stops, center: .zero, radii: Size(width: 0, height: 1)),
    ]
    let matrices = [0, 1, 2, 3, 4, 5].map { index -> Matrix in
      var numbers = [1.0, 0, 0, 1, 0, 0]
      numbers[index] += 1 / 1024
      return Matrix(
        a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], tx: numbers[4], ty: numbers[5])
    }
    let shapes: [MatteShape] = [
      .even, .linear(.left), .linear(.upLeft), .blinds(count: 2, .left), .blinds(count: 3, .left),
      .clock(hands: 1), .clock(hands: 2), .circle(center: .center), .circle(center: .top), .ellipse,
      .rectangle, .diamond, .polygon([.zero], center: .center), .polygon([.zero], center: .top),
      .polygon([Point(x: 1, y: 0)], center: .center), .polygon([.zero, .zero], center: .center),
      .checker(count: 1), .checker(count: 2), .tiles(count: 1, seed: 1), .tiles(count: 2, seed: 1),
      .tiles(count: 1, seed: 2), .clouds(count: 1, seed: 1), .clouds(count: 2, seed: 1),
      .clouds(count: 1, seed: 2), .embers(count: 1, seed: 1), .embers(count: 2, seed: 1), .spiral(arms: 1),
      .spiral(arms: 2),
    ]
    func matte(_ shape: MatteShape, _ edit: (inout PlacedMatte) -> Void = { _ in }) -> PlacedMatte {
      var matte = PlacedMatte(
        shape: shape, size: Size(width: 4, height: 4), matrix: matrix, softness: 0, isReversed: false,
        progress: 0.5)
      edit(&matte)
      return matte
    }
    let mattes =
      shapes.map { matte($0) } + [
        matte(.ellipse) { $0.size.width = 5 }, matte(.ellipse) { $0.size.height = 5 },
        matte(.ellipse) { $0.matrix.tx = 1 }, matte(.ellipse) { $0.softness = 0.5 },
        matte(.ellipse) { $0.isReversed = true }, matte(.ellipse) { $0.progress = 0.25 },
      ]
    let marks: [Mark] =
      inks.map { .fill(outline, $0, at: matrix, opacity: 1) }
      + matrices.map { .fill(outline, ink, at: $0, opacity: 1) } + [
        .fill(outline, ink, at: matrix, opacity: 0.5), .fill(Outline([]), ink, at: matrix, opacity: 1),
        .stroke(outline, width: 1, ink, at: matrix, opacity: 1),
        .stroke(outline, width: 2, ink, at: matrix, opacity: 1),
        .text(block, .fill, ink, at: matrix, opacity: 1), sample { _ in },
        sample { $0.source.digest = Fingerprint(high: 1, low: 3) },
        sample { $0.source.frame = 0 },
        sample { $0.source.frame = 1 },
        sample { $0.isBlurred = true }, sample { $0.toScreen.tx = 1 }, group { _ in },
        group { $0.opacity = 0.5 },
        group { $0.blend = .screen }, group { $0.clip = .init(outline: outline, matrix: matrix) },
        group { $0.clip = .init(outline: Outline([]), matrix: matrix) },
        group { $0.clip = .init(outline: outline, matrix: .scale(2, 1)) },
        group { $0.marks = [group { _ in }] },
        .dissolve(from: [], to: [], progress: 0.5), .dissolve(from: [], to: [], progress: 0.25),
        .dissolve(from: [group { _ in }], to: [], progress: 0.5),
        .dissolve(from: [], to: [group { _ in }], progress: 0.5),
        .mix(from: [group { _ in }], to: [], mattes[0]), .mix(from: [], to: [group { _ in }], mattes[0]),
      ] + mattes.map { .mix(from: [], to: [], $0) }
    func drawing(_ marks: [Mark], width: Int = 4, background: Color = .black) -> Fingerprint {
      Drawing(size: PixelSize(width: width, height: 4), background: background, marks: marks).fingerprint
    }
    let prints =
      marks.map { drawing([$0]) } + [drawing([]), drawing([], width: 5), drawing([], background: .ink)]
      + BlendMode.allCases.dropFirst().filter { $0 != .screen }.map { mode in
        drawing([group { $0.blend = mode }])
      }
    let twice = prints.indices.filter { prints[..<$0].contains(prints[$0]) }
    #expect(twice == [])
  }
}

extension Mark {
  /// Where its shape lies, and those of what is in it.
  var matrices: [Matrix] {
    switch self {
    case .fill(_, _, let matrix, _), .stroke(_, _, _, let matrix, _), .text(_, _, _, let matrix, _),
      .lights(_, _, let matrix, _):
      [matrix]
    case .group(let group): group.marks.flatMap(\.matrices)
    case .dissolve(let from, let to, _): (from + to).flatMap(\.matrices)
    case .mix(let from, let to, let matte): (from + to).flatMap(\.matrices) + [matte.matrix]
    case .sheet(let sheet): sheet.marks.flatMap(\.matrices)
    case .beneath(let beneath): [beneath.clip.matrix]
    }
  }
}
