/// An element that is an area with an edge.
public protocol ShapeElement: StagedElement {
  /// What it is painted with.
  var shape: ShapeLook { get set }
}

/// How a shape is filled and stroked.
public struct ShapeLook: Sendable {
  var payload: ShapePayload

  init(_ shape: Shape) { payload = ShapePayload(shape) }
}

extension ShapeElement {
  /// What fills it; white unless told otherwise.
  public func fill(_ paint: Paint) -> Self { fill(Animated(paint)) }
  /// One color all over.
  public func fill(_ color: Color) -> Self { fill(Paint.color(color)) }

  /// A paint that changes; colors go through OKLab.
  public func fill(_ paint: Animated<Paint>) -> Self { set { $0.fill = paint } }
  /// A color that changes, through OKLab.
  public func fill(_ color: Animated<Color>) -> Self { fill(color.map { .color($0) }) }

  /// Leaves the inside empty.
  public func unfilled() -> Self { set { $0.fill = nil } }

  /// A line along the edge, half inside and half outside, so many pixels wide; its paint may change.
  public func stroke(_ paint: Animated<Paint>, width: some NumberForm) -> Self {
    set {
      $0.stroke = ShapePayload.StrokeRequest(
        paint: paint, width: width.animatedNumber, part: $0.stroke?.part)
    }
  }

  /// A line of a color that changes.
  public func stroke(_ color: Animated<Color>, width: some NumberForm) -> Self {
    stroke(color.map { .color($0) }, width: width)
  }

  /// A line along the edge, half inside and half outside, so many pixels wide.
  public func stroke(_ paint: Paint, width: some NumberForm) -> Self {
    stroke(Animated(paint), width: width)
  }

  /// A line of one color.
  public func stroke(_ color: Color, width: some NumberForm) -> Self {
    stroke(Paint.color(color), width: width)
  }

  /// Only a part of the line along the edge, in shares of its length: from 0 to a value that grows draws it
  /// on. Beyond 1 it goes on at the begin. Has no say where there is no stroke.
  public func drawn(from start: some NumberForm = 0, to end: some NumberForm) -> Self {
    set { $0.stroke?.part = (start.animatedNumber, end.animatedNumber) }
  }

  /// By a function of the seconds since it began.
  public func drawn(_ end: @escaping @Sendable (Double) -> Double) -> Self { drawn(to: .computed(end)) }

  private func set(_ edit: (inout ShapePayload) -> Void) -> Self {
    var copy = self
    edit(&copy.shape.payload)
    return copy
  }
}

extension ShapeElement {
  public var layer: Layer { Layer(shape.payload, directions) }
}

/// Fills its frame, or its parent.
public struct Rectangle: ShapeElement {
  public var shape: ShapeLook
  public var directions: StageDirections

  /// With round corners, where a radius is said.
  public init(cornerRadius: Double = 0, file: String = #filePath, line: Int = #line) {
    shape = ShapeLook(.rectangle(cornerRadius: cornerRadius))
    directions = StageDirections(file, line)
  }
}

/// Touches all four sides of its frame, or of its parent.
public struct Ellipse: ShapeElement {
  public var shape: ShapeLook
  public var directions: StageDirections

  /// A circle where the frame is a square.
  public init(file: String = #filePath, line: Int = #line) {
    shape = ShapeLook(.ellipse)
    directions = StageDirections(file, line)
  }
}
