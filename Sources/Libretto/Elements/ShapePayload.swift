import Primitives
import Timeline

/// A shape as the author asked for it; moments in its animations aren't resolved yet.
struct ShapePayload: Sendable {
  var shape: Shape
  var fill: Animated<Paint>? = Animated(.color(.white))
  var stroke: StrokeRequest?
  var morph: (other: Outline, progress: Animated<Double>)?

  /// A song's sound in the shape's place.
  var figure: FigureRequest?

  struct StrokeRequest: Sendable {
    var paint: Animated<Paint>
    var width: Animated<Double>
    var part: (from: Animated<Double>, to: Animated<Double>)?
  }

  init(_ shape: Shape) { self.shape = shape }
}

/// A way to follow, as the author asked for it.
struct RouteRequest: Sendable {
  var measure: OutlineMeasure
  var progress: Animated<Double>
  var turns: Bool
  var goesOn = false
}
