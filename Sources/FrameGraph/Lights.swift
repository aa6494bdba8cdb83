package import Primitives

/// Small lights of one ink, in the units of their mark.
package struct Lights: Hashable, Sendable {
  package var sparks: [Spark]
  /// How far and how strongly they shine beyond themselves; 0 are plain discs.
  package var glow: Double

  package init(_ sparks: [Spark], glow: Double) {
    self.sparks = sparks
    self.glow = glow
  }
}

/// One light, which has come from a tail to a head while the shutter was open.
package struct Spark: Hashable, Sendable {
  package var tail: Point
  package var head: Point
  package var radius: Double
  /// How bright it is; 1 is as bright as its ink.
  package var level: Double

  package init(tail: Point, head: Point, radius: Double, level: Double) {
    self.tail = tail
    self.head = head
    self.radius = radius
    self.level = level
  }

  /// How far from its middle a light that glows so much is seen.
  package func reach(glow: Double) -> Double { radius * (1 + 5 * max(0, min(4, glow))) + 1 }

  /// A box around all that is seen of it then.
  package func box(glow: Double) -> Rect {
    let (reach, left, top) = (reach(glow: glow), min(tail.x, head.x), min(tail.y, head.y))
    return Rect(x: left, y: top, width: abs(head.x - tail.x), height: abs(head.y - tail.y))
      .grown(by: Size(width: reach, height: reach))
  }
}
