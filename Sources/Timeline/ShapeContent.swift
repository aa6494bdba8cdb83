package import Primitives

/// An area with an edge, over its clip's own clock.
package struct ShapeContent: Sendable {
  package var shape: Shape
  /// Nil leaves the inside empty.
  package var fill: Curve<Paint>?
  package var stroke: StrokeContent?
  /// What the shape is turning to; its own outline is the first.
  package var morph: MorphContent?
  /// A song's sound, drawn anew in each frame in place of the shape.
  package var figure: SoundFigure?

  package init(_ shape: Shape) { self.shape = shape }
}

/// A line along an edge, half inside and half outside.
package struct StrokeContent: Sendable {
  package var paint: Curve<Paint>
  package var width: Curve<Double>
  /// How much of the edge is drawn, in shares of its length; nil is all of it.
  package var part: (from: Curve<Double>, to: Curve<Double>)?

  package init(paint: Curve<Paint>, width: Curve<Double>) {
    self.paint = paint
    self.width = width
  }
}

/// Two outlines and how far the one has become the other, 0 to 1.
package struct MorphContent: Sendable {
  package var outlines: OutlineMorph
  package var progress: Curve<Double>

  package init(outlines: OutlineMorph, progress: Curve<Double>) {
    self.outlines = outlines
    self.progress = progress
  }
}

/// A way that an element's anchor follows through its parent.
package struct Route: Sendable {
  package var measure: OutlineMeasure
  /// How much of it is behind, 0 to 1.
  package var progress: Curve<Double>
  /// Whether it turns with the way, its right side ahead.
  package var turns: Bool
  /// Whether it goes round, or straight on, where the way is over.
  package var goesOn: Bool

  package init(
    measure: OutlineMeasure, progress: Curve<Double>, turns: Bool, goesOn: Bool = false
  ) {
    self.goesOn = goesOn
    self.measure = measure
    self.progress = progress
    self.turns = turns
  }
}
