package import Primitives

/// What a transition's layers are cut at, once all else is done to them.
package struct Aperture: Sendable {
  package enum Edge: String, Sendable {
    /// The box that the transition plays in.
    case box
    /// The edge of the one element it has, or none where that is see-through, such as letters; with two, the box.
    case element
  }

  package var edge: Edge
  /// How much is seen of what is beyond, 0 to 1: what hangs over an element's edge, where it rests.
  package var opening: Curve<Double>

  package init(_ edge: Edge, opening: Curve<Double>) {
    self.edge = edge
    self.opening = opening
  }
}
