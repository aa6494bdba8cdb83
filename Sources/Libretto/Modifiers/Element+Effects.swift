import Primitives
package import Timeline

extension Element {
  /// Blurred by a Gaussian of so large a standard deviation; shares are of its own box.
  ///
  /// What reaches to the screen's edge is taken to go on beyond it.
  public func blurred(_ radius: Animated<Measure>) -> Styled {
    with {
      $0.look.effects.append(EffectRequest(lengths: [radius]) { .blur(x: $0.lengths[0], y: $0.lengths[0]) })
    }
  }

  @_disfavoredOverload
  public func blurred(_ radius: Double) -> Styled { blurred(.pixels(radius)) }
}

/// An effect as the author asked for it; moments in its animations aren't resolved yet.
package struct EffectRequest: Sendable {
  package var numbers: [Animated<Double>] = []
  package var lengths: [Animated<Measure>] = []
  package var filter: @Sendable (EffectInstant) -> Filter

  package init(
    numbers: [Animated<Double>] = [], lengths: [Animated<Measure>] = [],
    _ filter: @escaping @Sendable (EffectInstant) -> Filter
  ) {
    self.numbers = numbers
    self.lengths = lengths
    self.filter = filter
  }
}
