package import Primitives

/// A filter whose numbers may change, over its element's own clock.
package struct Effect: Sendable {
  /// Plain numbers, in the order in which `filter` wants them.
  package var numbers: [Curve<Double>]
  /// Lengths, likewise; shares are of the element's box.
  package var lengths: [Curve<Measure>]
  package var filter: @Sendable (EffectInstant) -> Filter

  package init(
    numbers: [Curve<Double>], lengths: [Curve<Measure>],
    filter: @escaping @Sendable (EffectInstant) -> Filter
  ) {
    self.numbers = numbers
    self.lengths = lengths
    self.filter = filter
  }

  /// The filter so long after the element began, in a box of a size; lengths in the box's units.
  package func filter(at time: Time, frame: Int, in box: Size) -> Filter {
    filter(
      EffectInstant(
        numbers: numbers.map { $0.value(at: time) },
        lengths: lengths.map { $0.value(at: time).width(in: box) },
        time: time, frame: frame))
  }
}

/// What the numbers of an effect are in one frame.
package struct EffectInstant: Sendable {
  package let numbers: [Double]
  package let lengths: [Double]
  /// Since the element began.
  package let time: Time
  package let frame: Int
}
