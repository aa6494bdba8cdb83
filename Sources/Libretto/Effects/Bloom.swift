import Primitives
import Timeline

/// Light around what is bright.
private struct Bloom: AskedEffect {
  var strength: Animated<Double>
  var radius: Animated<Measure>
  var threshold: Animated<Double>

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&strength)
    resolver(&radius)
    resolver(&threshold)
  }

  func filter(at instant: EffectInstant) -> Filter {
    .shine(
      .glow(
        strength: instant.number(strength, 0...8), radius: instant.length(radius),
        threshold: instant.number(threshold, 0...1, neutral: 1)))
  }
}

extension Element {
  /// Light around what is bright, as a lens with a mist filter gives: close by and far out.
  ///
  /// - Parameters:
  ///   - strength: 0 is none, 1 is as much light again as there is.
  ///   - radius: how far it reaches nearby; a third of it is seen to four times as far.
  ///   - threshold: how bright a color must be to bloom, 0 to 1.
  public func blooming(
    _ strength: some NumberForm = 1, radius: some MeasureForm = Measure.vmin(1.6),
    above threshold: some NumberForm = 0.55
  ) -> Styled {
    adding(
      Bloom(
        strength: strength.animatedNumber, radius: radius.animatedMeasure,
        threshold: threshold.animatedNumber))
  }

  /// By a function of the seconds since it began.
  public func blooming(
    radius: some MeasureForm = Measure.vmin(1.6), above threshold: some NumberForm = 0.55,
    _ strength: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    blooming(.computed(strength), radius: radius, above: threshold)
  }
}
