import Primitives
import Timeline

/// A shadow on what is beneath.
private struct DropShadow: AskedEffect {
  var color: Color
  var blur: Animated<Measure>
  var x: Animated<Measure>
  var y: Animated<Measure>

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&blur)
    resolver(&x)
    resolver(&y)
  }

  func filter(at instant: EffectInstant) -> Filter {
    .shadow(
      Shadow(
        color, blur: (instant.length(blur) / 2).snappedToPixelGrid, x: instant.distance(x),
        y: instant.distance(y)))
  }
}

extension Element {
  /// Throws a shadow of its shape on what is beneath, whatever it is made of.
  ///
  /// `x` and `y` are to the right and down on the screen, however the element is turned; the blur is how far the
  /// shadow's edge is soft. Shares are of its box. Words have shadows of their own, which can be larger than they.
  public func shadowed(
    _ color: Color = .black.opacity(0.5), x: some MeasureForm = 0, y: some MeasureForm = 8,
    blur: some MeasureForm = 16
  ) -> Styled {
    adding(
      DropShadow(
        color: color, blur: blur.animatedMeasure, x: x.animatedMeasure, y: y.animatedMeasure))
  }
}
