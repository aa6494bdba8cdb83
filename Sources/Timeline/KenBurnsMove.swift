package import Primitives

/// A slow travel over a still picture, from one framing to another.
package struct KenBurnsMove: Hashable, Sendable {
  package var from: Framing
  package var to: Framing
  package var easing: Easing

  package init(from: Framing, to: Framing, easing: Easing) {
    self.from = from
    self.to = to
    self.easing = easing
  }

  package static let still = KenBurnsMove(from: .whole, to: .whole, easing: .linear)

  /// The move over a picture for a box of a shape. `shape` is width ÷ height, above zero.
  package func windows(over picture: PixelSize, shape: Double) -> KenBurnsWindows {
    KenBurnsWindows(
      from: from.window(in: Size(picture), shape: shape), to: to.window(in: Size(picture), shape: shape),
      easing: easing)
  }
}

/// A move with its two windows known.
package struct KenBurnsWindows: Hashable, Sendable {
  package let from: Rect
  package let to: Rect
  package let easing: Easing

  /// The part of the picture that fills the box when the move is `progress` (0 to 1) done.
  ///
  /// In picture pixels, origin top left. Both ends lie inside the picture, so every window between
  /// them does too, and the move can never show an edge. The zoom runs on a logarithmic scale, so
  /// that it looks equally fast all the way.
  package func window(at progress: Double) -> Rect {
    let eased = max(0, min(1, easing(progress)))
    let ratio = to.height / from.height
    guard abs(ratio - 1) > 1e-9 else { return Rect.between(from, to, eased) }
    let share = (ExactMath.power(ratio, eased) - 1) / (ratio - 1)
    return Rect.between(from, to, max(0, min(1, share)))
  }

  package var isStill: Bool { from == to }
}
