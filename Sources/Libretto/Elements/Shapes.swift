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
  public func fill(_ paint: Paint) -> Self { fill(Animated(paint)) }
  public func fill(_ color: Color) -> Self { fill(Paint.color(color)) }

  /// A paint that changes; colours go through OKLab.
  public func fill(_ paint: Animated<Paint>) -> Self { set { $0.fill = paint } }
  public func fill(_ color: Animated<Color>) -> Self { fill(color.map { .color($0) }) }

  /// Leaves the inside empty.
  public func unfilled() -> Self { set { $0.fill = nil } }

  /// A line along the edge, half inside and half outside, so many pixels wide.
  public func stroke(_ paint: Animated<Paint>, width: Animated<Double>) -> Self {
    set { $0.stroke = ShapePayload.StrokeRequest(paint: paint, width: width, part: $0.stroke?.part) }
  }

  public func stroke(_ color: Animated<Color>, width: Animated<Double>) -> Self {
    stroke(color.map { .color($0) }, width: width)
  }

  public func stroke(_ paint: Paint, width: Animated<Double>) -> Self {
    stroke(Animated(paint), width: width)
  }

  public func stroke(_ color: Color, width: Animated<Double>) -> Self {
    stroke(Paint.color(color), width: width)
  }

  @_disfavoredOverload
  public func stroke(_ paint: Paint, width: Double) -> Self { stroke(paint, width: Animated(width)) }

  @_disfavoredOverload
  public func stroke(_ color: Color, width: Double) -> Self { stroke(color, width: Animated(width)) }

  /// Only a part of the line along the edge, in shares of its length: from 0 to a value that grows draws it
  /// on. Beyond 1 it goes on at the begin. Has no say where there is no stroke.
  public func drawn(from start: Animated<Double> = 0, to end: Animated<Double>) -> Self {
    set { $0.stroke?.part = (start, end) }
  }

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
