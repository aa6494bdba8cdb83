import Primitives
import Timeline

/// Darker, or in another color, towards the corners.
private struct Vignette: AskedEffect {
  var strength: Animated<Double>
  var color: Color

  mutating func resolve(by resolver: EffectResolver) { resolver(&strength) }

  func filter(at instant: EffectInstant) -> Filter {
    // Its circle runs through the corners of the box.
    let reach = 0.5 * 2.0.squareRoot()
    let plane = instant.plane(
      center: .center, width: reach * instant.box.width, height: reach * instant.box.height)
    return .shine(.vignette(strength: instant.number(strength, 0...1), color, plane: plane))
  }
}

extension Element {
  /// Darker towards the corners, as a lens draws; there it loses so much of its light, 0 to 1.
  public func vignetted(_ strength: some NumberForm = 0.5, color: Color = .black) -> Styled {
    adding(Vignette(strength: strength.animatedNumber, color: color))
  }

  /// By a function of the seconds since it began.
  public func vignetted(
    color: Color = .black, _ strength: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    vignetted(.computed(strength), color: color)
  }
}
