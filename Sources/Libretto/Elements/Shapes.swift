/// An element that is an area with an edge.
public protocol ShapeElement: LayerElement {}

extension ShapeElement {
  public func fill(_ paint: Paint) -> Self { fill(Animated(paint)) }
  public func fill(_ color: Color) -> Self { fill(Paint.color(color)) }

  /// A paint that changes; colours go through OKLab.
  public func fill(_ paint: Animated<Paint>) -> Self { set { $0.fill = paint } }
  public func fill(_ color: Animated<Color>) -> Self { fill(color.painted) }

  /// Leaves the inside empty.
  public func unfilled() -> Self { set { $0.fill = nil } }

  /// A line along the edge, half inside and half outside, so many pixels wide.
  public func stroke(_ paint: Animated<Paint>, width: Animated<Double>) -> Self {
    set { $0.stroke = ShapeRequest.StrokeRequest(paint: paint, width: width, part: $0.stroke?.part) }
  }

  public func stroke(_ color: Animated<Color>, width: Animated<Double>) -> Self {
    stroke(color.painted, width: width)
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

  fileprivate func set(_ edit: (inout ShapeRequest) -> Void) -> Self {
    with {
      guard case .shape(var request) = $0.content else { return }
      edit(&request)
      $0.content = .shape(request)
    }
  }
}

/// Fills its frame, or its parent.
public struct Rectangle: ShapeElement {
  public var layer: Layer

  public init(cornerRadius: Double = 0, file: String = #filePath, line: Int = #line) {
    layer = Layer(.shape(ShapeRequest(.rectangle(cornerRadius: cornerRadius))), file: file, line: line)
  }
}

/// Touches all four sides of its frame, or of its parent.
public struct Ellipse: ShapeElement {
  public var layer: Layer

  public init(file: String = #filePath, line: Int = #line) {
    layer = Layer(.shape(ShapeRequest(.ellipse)), file: file, line: line)
  }
}
