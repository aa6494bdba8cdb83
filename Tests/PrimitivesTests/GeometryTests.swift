import Primitives
import Testing

@Suite("Geometry")
struct GeometryTests {
  static let matrices: [Matrix] = [
    .identity, .translation(3, -4), .scale(2, 0.25), .rotation(.degrees(30)), .scale(-1, 1),
    Matrix.scale(3, 2).then(.rotation(77)).then(.translation(1e4, -5)),
    Matrix(a: 1, b: 0.5, c: -2, d: 7, tx: 9, ty: 11),
  ]

  @Test("a matrix and its inverse undo each other", arguments: matrices)
  func inverts(matrix: Matrix) throws {
    let inverse = try #require(matrix.inverse)
    let point = Point(x: 12.5, y: -99)
    let back = inverse.apply(matrix.apply(point))
    #expect(abs(back.x - point.x) < 1e-9 && abs(back.y - point.y) < 1e-9)
  }

  @Test(
    "a matrix that flattens the plane has no inverse",
    arguments: [
      Matrix.scale(0, 1), .scale(1, 0), Matrix(a: 1, b: 2, c: 2, d: 4, tx: 0, ty: 0), .scale(.nan, 1),
    ])
  func refusesFlat(matrix: Matrix) {
    #expect(matrix.inverse == nil)
  }

  @Test("a matrix is applied before the one after it, and turns clockwise on screen")
  func composes() {
    let point = Matrix.translation(1, 0).then(.scale(10, 10)).apply(.zero)
    #expect(point == Point(x: 10, y: 0))
    let turned = Matrix.rotation(90).apply(Point(x: 1, y: 0))
    #expect(abs(turned.x) < 1e-12 && abs(turned.y - 1) < 1e-12)
  }

  static let numbers: [(Double, Double)] = [
    (0.1, 0.099609375), (0.0002, 0), (-0.0002, 0), (.nan, 0), (.infinity, 1e8), (-.infinity, -1e8),
    (1e300, 1e8), (7, 7),
  ]

  @Test("a number on the grid is finite and near", arguments: numbers)
  func snaps(number: Double, snapped: Double) {
    let result = number.snappedToPixelGrid
    #expect(result == snapped)
    #expect(result.sign == .plus || result != 0)
  }

  static let measures: [(Measure, width: Double, height: Double, text: String)] = [
    (5, 5, 5, "5"), (Measure.percent(50), 100, 50, "50%"), (Measure.vmin(10), 10, 10, "10vmin"),
    (Measure.percent(25) + Measure.pixels(1.5), 51.5, 26.5, "1.5+25%"), (Measure.zero, 0, 0, "0"),
    (Measure.percent(100) - Measure.pixels(10), 190, 90, "-10+100%"),
  ]

  @Test("a measure adds pixels and shares of what it stands in", arguments: measures)
  func addsUp(measure: Measure, width: Double, height: Double, text: String) {
    let parent = Size(width: 200, height: 100)
    #expect(measure.width(in: parent) == width)
    #expect(measure.height(in: parent) == height)
    #expect(measure.description == text)
  }

  @Test(
    "a rectangle's corners are round as far as there is room",
    arguments: [(-1, 5), (0, 5), (.nan, 5), (3, 10), (500, 10)] as [(Double, Int)])
  func roundsCorners(radius: Double, steps: Int) {
    let rect = Rect(x: 0, y: 0, width: 20, height: 10)
    #expect(Outline.rectangle(rect, cornerRadius: radius).steps.count == steps)
  }

  @Test("an ellipse touches its box and stays in it")
  func fitsEllipse() {
    let points = Outline.ellipse(in: Rect(x: 10, y: 20, width: 30, height: 40)).steps.flatMap {
      step -> [Point] in
      switch step {
      case .move(let point), .line(let point): [point]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }
    #expect(points.map(\.x).min() == 10 && points.map(\.x).max() == 40)
    #expect(points.map(\.y).min() == 20 && points.map(\.y).max() == 60)
  }

  @Test("an anchor is a share of a box")
  func anchors() {
    let points = [Anchor.topLeft, .center, .bottomRight, .left].map {
      $0.point(in: Size(width: 8, height: 4))
    }
    #expect(points == [.zero, Point(x: 4, y: 2), Point(x: 8, y: 4), Point(x: 0, y: 2)])
  }
}
