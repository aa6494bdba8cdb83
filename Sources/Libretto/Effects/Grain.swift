import Primitives
import Timeline

/// The grain of film, anew in every frame.
private struct Grain: AskedEffect {
  var kind: GrainKind
  var strength: Animated<Double>
  var size: Animated<Measure>
  var seed: Noise

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&strength)
    resolver(&size)
  }

  func filter(at instant: EffectInstant) -> Filter {
    let frame = UInt64(bitPattern: Int64(instant.frame))
    let noise = Noise(seed: seed.seed ^ 0x6772_6169_6E00).seed &+ frame
    let (strength, size) = (instant.number(strength, 0...4), instant.length(size))
    switch kind {
    case .film: return .texture(.film(strength: strength, size: size, seed: noise))
    case .sensor: return .texture(.grain(strength: strength, size: size, seed: noise))
    }
  }
}

/// Where grain comes from.
public enum GrainKind: Hashable, Sendable {
  /// Color film: soft clumps, most in the middle tones, each slightly colored.
  case film
  /// A camera's sensor: fine and even, without color, most in the darker middle tones.
  case sensor
}

extension Element {
  /// The grain of film, anew in every frame.
  ///
  /// - Parameters:
  ///   - strength: 0.3 is a fine film, 1 a coarse one in bad light.
  ///   - kind: what it looks like.
  ///   - size: of a grain; smaller than a pixel of the film it fades, as it would for the eye.
  ///   - seed: the same words give the same grain.
  public func grained(
    _ strength: some NumberForm = 0.3, _ kind: GrainKind = .film,
    size: some MeasureForm = Measure.vmin(0.17), seed: Noise = "grain"
  ) -> Styled {
    adding(
      Grain(kind: kind, strength: strength.animatedNumber, size: size.animatedMeasure, seed: seed))
  }

  /// By a function of the seconds since it began.
  public func grained(
    _ kind: GrainKind = .film, size: some MeasureForm = Measure.vmin(0.17), seed: Noise = "grain",
    _ strength: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    grained(.computed(strength), kind, size: size, seed: seed)
  }
}
