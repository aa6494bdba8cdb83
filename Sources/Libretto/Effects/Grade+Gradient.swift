import Primitives
import Timeline

/// Brightness alone, in other colors.
private struct GradientMap: AskedEffect {
  var colors: [Color]
  var strength: Animated<Double>

  mutating func resolve(by resolver: EffectResolver) { resolver(&strength) }

  func filter(at instant: EffectInstant) -> Filter {
    .grade(.gradient(colors, strength: instant.number(strength, 0...1)))
  }
}

extension Grade {
  /// Smoothly in several colors by brightness, black the first and white the last, the others spread evenly
  /// between them; so much of the way. Photographers call three a tritone.
  public static func gradientMap(_ colors: Color..., strength: some NumberForm = 1) -> Grade {
    Grade(GradientMap(colors: colors, strength: strength.animatedNumber))
  }
}
