/// An element that is an area with an edge.
public protocol ShapeElement: LayerElement {}

extension ShapeElement {
  public func fill(_ paint: Paint) -> Self {
    with {
      guard case .shape(let shape, _, let stroke) = $0.content else { return }
      $0.content = .shape(shape, fill: paint, stroke: stroke)
    }
  }

  public func fill(_ color: Color) -> Self { fill(.color(color)) }

  /// Leaves the inside empty.
  public func unfilled() -> Self {
    with {
      guard case .shape(let shape, _, let stroke) = $0.content else { return }
      $0.content = .shape(shape, fill: nil, stroke: stroke)
    }
  }

  /// A line along the edge, half inside and half outside, so many pixels wide.
  public func stroke(_ paint: Paint, width: Double) -> Self {
    with {
      guard case .shape(let shape, let fill, _) = $0.content else { return }
      $0.content = .shape(shape, fill: fill, stroke: Stroke(paint: paint, width: width))
    }
  }

  public func stroke(_ color: Color, width: Double) -> Self { stroke(.color(color), width: width) }
}

/// Fills its frame, or its parent.
public struct Rectangle: ShapeElement {
  public var layer: Layer

  public init(cornerRadius: Double = 0, file: String = #filePath, line: Int = #line) {
    layer = Layer(
      .shape(.rectangle(cornerRadius: cornerRadius), fill: .color(.white), stroke: nil), file: file,
      line: line)
  }
}

/// Touches all four sides of its frame, or of its parent.
public struct Ellipse: ShapeElement {
  public var layer: Layer

  public init(file: String = #filePath, line: Int = #line) {
    layer = Layer(.shape(.ellipse, fill: .color(.white), stroke: nil), file: file, line: line)
  }
}

/// Lines and curves, in pixels from the top left corner of its frame, or of its parent.
public struct Path: ShapeElement {
  public var layer: Layer
  private var steps: [Outline.Step] = []

  public init(file: String = #filePath, line: Int = #line) {
    layer = Layer(.shape(.path(Outline([])), fill: .color(.white), stroke: nil), file: file, line: line)
  }

  /// Straight lines through points, and back to the first.
  public init(polygon points: [Point], file: String = #filePath, line: Int = #line) {
    self.init(file: file, line: line)
    guard let first = points.first else { return }
    self = points.dropFirst().reduce(move(first.x, first.y)) { $0.line($1.x, $1.y) }.closed()
  }

  /// Begins a new line.
  public func move(_ x: Double, _ y: Double) -> Path { adding(.move(Point(x: x, y: y))) }

  public func line(_ x: Double, _ y: Double) -> Path { adding(.line(Point(x: x, y: y))) }

  /// A cubic Bézier curve with its two handles.
  public func curve(_ first: (Double, Double), _ second: (Double, Double), to end: (Double, Double)) -> Path
  {
    adding(
      .curve(
        Point(x: first.0, y: first.1), Point(x: second.0, y: second.1), Point(x: end.0, y: end.1)))
  }

  public func closed() -> Path { adding(.close) }

  private func adding(_ step: Outline.Step) -> Path {
    var path = self
    path.steps.append(step)
    guard case .shape(_, let fill, let stroke) = layer.content else { return path }
    path.layer.content = .shape(.path(Outline(path.steps)), fill: fill, stroke: stroke)
    return path
  }
}
