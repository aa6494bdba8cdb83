package import Primitives

/// A line along the edge of a box, inside it, that follows its corners.
package struct Border: Sendable {
  package var paint: Paint
  package var width: Curve<Measure>

  package init(paint: Paint, width: Curve<Measure>) {
    self.paint = paint
    self.width = width
  }
}

/// An element repeated in rows and columns, all over what it stands in.
package struct Tiling: Sendable {
  /// Between two copies.
  package var gapX: Curve<Measure>
  package var gapY: Curve<Measure>
  /// Whether every other copy is turned over, so that edges meet.
  package var isMirrored: Bool

  package init(gapX: Curve<Measure>, gapY: Curve<Measure>, isMirrored: Bool) {
    self.gapX = gapX
    self.gapY = gapY
    self.isMirrored = isMirrored
  }
}

/// An element's picture in the floor below it.
package struct Reflection: Sendable {
  package var gap: Curve<Measure>
  /// How much of it is seen at its top, and how far down it fades to nothing, in shares of the box.
  package var opacity: Curve<Double>
  package var reach: Curve<Double>

  package init(gap: Curve<Measure>, opacity: Curve<Double>, reach: Curve<Double>) {
    self.gap = gap
    self.opacity = opacity
    self.reach = reach
  }
}
