package import Primitives

/// Lines and curves, in pixels from the top left corner of its frame, or of its parent.
public struct Path: ShapeElement {
  public var shape = ShapeLook(.path(Outline([])))
  public var directions: StageDirections
  private var steps: [Outline.Step] = []

  /// Nothing yet: `.move`, `.line` and `.curve` draw it.
  public init(file: String = #filePath, line: Int = #line) { directions = StageDirections(file, line) }

  /// Straight lines through points, and back to the first.
  public init(polygon points: [Point], file: String = #filePath, line: Int = #line) {
    self.init(file: file, line: line)
    guard let first = points.first else { return }
    self = points.dropFirst().reduce(move(first.x, first.y)) { $0.line($1.x, $1.y) }.closed()
  }

  /// A circle, clockwise from its lowest point, so that words in the middle of it stand at the top.
  public init(
    circleAround center: Point, radius: Double, file: String = #filePath, line: Int = #line
  ) {
    self.init(file: file, line: line)
    // A cubic with this handle strays from a quarter circle by less than 0.03 % of the radius.
    let (x, y, handle) = (center.x, center.y, radius * 0.552_284_75)
    self = move(x, y + radius)
      .curve((x - handle, y + radius), (x - radius, y + handle), to: (x - radius, y))
      .curve((x - radius, y - handle), (x - handle, y - radius), to: (x, y - radius))
      .curve((x + handle, y - radius), (x + radius, y - handle), to: (x + radius, y))
      .curve((x + radius, y + handle), (x + handle, y + radius), to: (x, y + radius)).closed()
  }

  /// Begins a new line.
  public func move(_ x: Double, _ y: Double) -> Path { adding(.move(Point(x: x, y: y))) }

  /// A straight line to a point.
  public func line(_ x: Double, _ y: Double) -> Path { adding(.line(Point(x: x, y: y))) }

  /// A cubic Bézier curve with its two handles.
  public func curve(_ first: (Double, Double), _ second: (Double, Double), to end: (Double, Double)) -> Path
  {
    adding(
      .curve(
        Point(x: first.0, y: first.1), Point(x: second.0, y: second.1), Point(x: end.0, y: end.1)))
  }

  /// A straight line back to where it began.
  public func closed() -> Path { adding(.close) }

  /// Turns into another path: 0 is this one, 1 the other. Pieces of both answer each other in their order.
  public func morphing(into other: Path, by progress: some NumberForm) -> Path {
    setting(\.shape.payload.morph, to: (other.outline, progress.animatedNumber))
  }

  /// By a function of the seconds since it began.
  public func morphing(into other: Path, _ progress: @escaping @Sendable (Double) -> Double) -> Path {
    morphing(into: other, by: .computed(progress))
  }

  package var outline: Outline { Outline(steps) }

  private func adding(_ step: Outline.Step) -> Path {
    var path = self
    path.steps.append(step)
    path.shape.payload.shape = .path(path.outline)
    return path
  }
}
