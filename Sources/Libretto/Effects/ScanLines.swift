import Primitives
import Timeline

/// The dark lines of a screen.
private struct ScanLines: AskedEffect {
  var strength: Animated<Double>
  var period: Animated<Measure>

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&strength)
    resolver(&period)
  }

  func filter(at instant: EffectInstant) -> Filter {
    .texture(
      .scanLines(
        strength: instant.number(strength, 0...1), period: instant.length(period),
        from: instant.point(.topLeft).y))
  }
}

extension Element {
  /// The dark lines of a screen, so far apart; between them nothing changes, in their middle so much is lost, 0 to 1.
  public func scanLined(
    _ strength: some NumberForm = 0.35, every period: some MeasureForm = Measure.vmin(0.55)
  ) -> Styled {
    adding(ScanLines(strength: strength.animatedNumber, period: period.animatedMeasure))
  }

  /// By a function of the seconds since it began.
  public func scanLined(
    every period: some MeasureForm = Measure.vmin(0.55),
    _ strength: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    scanLined(.computed(strength), every: period)
  }
}
