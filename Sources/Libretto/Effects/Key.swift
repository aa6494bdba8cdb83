import Primitives
import Timeline

/// A color taken out.
private struct Key: AskedEffect {
  var color: Color
  var tolerance: Animated<Double>
  var softness: Animated<Double>
  var spill: Animated<Double>

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&tolerance)
    resolver(&softness)
    resolver(&spill)
  }

  func filter(at instant: EffectInstant) -> Filter {
    .key(
      Keying(
        color, tolerance: instant.number(tolerance, 0...0.95), softness: instant.number(softness, 0...1),
        spill: instant.number(spill, 0...1)))
  }
}

extension Element {
  /// Without a color, such as that of the screen it was filmed before, and without that color's light on what stays.
  ///
  /// What is nearest to the color in the picture is taken for the screen's own; soft edges and hair keep as much of
  /// themselves as they cover.
  ///
  /// - Parameters:
  ///   - color: about that of the screen.
  ///   - tolerance: how uneven the screen is: all is taken out where at least the rest of its color is.
  ///   - softness: 1 keeps the finest hair, and dims what is a bit of that color itself; 0 cuts hard.
  ///   - spill: how much of the screen's light is taken from what stays.
  public func keyed(
    out color: Color = .green, tolerance: some NumberForm = 0.2, softness: some NumberForm = 0.9,
    spill: some NumberForm = 1
  ) -> Styled {
    adding(
      Key(
        color: color, tolerance: tolerance.animatedNumber, softness: softness.animatedNumber,
        spill: spill.animatedNumber))
  }
}
