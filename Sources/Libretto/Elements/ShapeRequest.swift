import Primitives
package import Timeline

/// A shape as the author asked for it; moments in its animations aren't resolved yet.
package struct ShapeRequest: Sendable {
  package var shape: Shape
  package var fill: Animated<Paint>? = Animated(.color(.white))
  package var stroke: StrokeRequest?
  package var morph: (other: Outline, progress: Animated<Double>)?

  /// A song's sound in the shape's place.
  package var figure: FigureRequest?

  package struct StrokeRequest: Sendable {
    package var paint: Animated<Paint>
    package var width: Animated<Double>
    package var part: (from: Animated<Double>, to: Animated<Double>)?
  }

  package init(_ shape: Shape) { self.shape = shape }
}

/// A way to follow, as the author asked for it.
package struct RouteRequest: Sendable {
  package var measure: OutlineMeasure
  package var progress: Animated<Double>
  package var turns: Bool
}

extension Lowering {
  func shape(
    _ request: ShapeRequest, of layer: Layer, on stage: Stage, from firstFrame: FrameIndex
  ) -> ShapeContent {
    func resolved<Value: Animatable>(_ value: Animated<Value>, _ fallback: Value) -> Curve<Value> {
      curve(value, or: fallback, site: layer.site, firstFrame: firstFrame, during: stage.turn)
    }
    var content = ShapeContent(request.shape.snapped)
    content.figure = request.figure.flatMap { figure($0, at: layer.site, from: firstFrame) }
    content.fill = request.fill.map { resolved($0, .color(.white)) }
    content.stroke = request.stroke.map { stroke in
      var line = StrokeContent(
        paint: resolved(stroke.paint, .color(.white)), width: resolved(stroke.width, 0))
      line.part = stroke.part.map { (resolved($0.from, 0), resolved($0.to, 1)) }
      return line
    }
    if let morph = request.morph, case .path(let outline) = request.shape {
      content.morph = MorphContent(
        outlines: OutlineMorph(from: outline, to: morph.other), progress: resolved(morph.progress, 0))
    }
    return content
  }
}
