package import Primitives

/// A matte on its way from nothing to everything.
package struct MatteRun: Sendable {
  package var shape: MatteShape
  /// How much of the whole way a point takes to turn, 0 to 1, on the grid of drawings.
  package var softness: Double
  /// Whether what would be last is first.
  package var isReversed: Bool
  package var progress: Curve<Double>

  package init(
    _ shape: MatteShape, softness: Double, isReversed: Bool, progress: Curve<Double>
  ) {
    self.shape = shape
    self.softness = softness
    self.isReversed = isReversed
    self.progress = progress
  }
}
