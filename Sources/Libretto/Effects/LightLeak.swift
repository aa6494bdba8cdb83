import Primitives
import Timeline

/// Spots of light that come in from one side and wander, each at its own pace.
private struct LightLeak: AskedEffect {
  var strength: Animated<Double>
  var heart: Color
  var rim: Color
  var noise: Noise
  /// After how long it comes again, if it does.
  var round: Time?

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&strength)
    round = resolver.round
  }

  func filter(at instant: EffectInstant) -> Filter {
    .shine(.leak(strength: instant.number(strength, 0...4), spots(in: instant)))
  }

  private func spots(in instant: EffectInstant) -> [Shining.Spot] {
    let time = instant.time.seconds
    let isRight = noise.value(1) < 0.5
    return (0..<4).map { index in
      // The first is the heart; those around it are larger, redder and slower.
      let share = Double(index) / 3
      let own = Noise(seed: noise.seed &+ UInt64(100 * (index + 1)))
      func wander(_ axis: Int, _ low: Double, _ high: Double, every seconds: Double) -> Double {
        let (start, noise) = (own.value(axis) * 50, Noise(seed: own.seed &+ UInt64(axis)))
        guard let round else { return .mix(low, high, noise.wander(start + time / seconds)) }
        let count = max(1, Int((round.seconds / seconds).rounded()))
        let passed = instant.time.seconds / round.seconds
        let place = start + (passed - passed.rounded(.down)) * Double(count)
        return .mix(low, high, noise.wander(place, round: count))
      }
      let across = wander(1, -0.12, 0.16, every: 2.6 + share)
      let center = Anchor(x: isRight ? 1 - across : across, y: wander(2, 0.05, 0.95, every: 4 + 2 * share))
      let side = max(instant.box.width, instant.box.height)
      let size = Double.mix(0.26, 0.62, share) * side
      let plane = instant.plane(
        center: center, width: size * wander(3, 0.6, 0.9, every: 3),
        height: size * wander(4, 0.9, 1.5, every: 5),
        turned: .degrees(wander(5, -35, 35, every: 7)))
      let level = wander(6, 0.3, 0.8, every: 1.1 + share) * Double.mix(0.75, 0.4, share)
      let color = heart.mixed(with: rim, by: share)
      return Shining.Spot(
        Color(red: color.red * level, green: color.green * level, blue: color.blue * level), plane: plane)
    }
  }
}

extension Element {
  /// Light that falls in from the side and wanders, as through an old camera's back; another for each seed.
  ///
  /// - Parameter colors: of its heart, and of its rim.
  public func lightLeaking(
    _ strength: some NumberForm = 0.8, colors: (Color, Color) = (.hex(0xFFB347), .hex(0xFF2E1F)),
    seed: Noise = "light"
  ) -> Styled {
    adding(
      LightLeak(strength: strength.animatedNumber, heart: colors.0, rim: colors.1, noise: seed))
  }

  /// By a function of the seconds since it began.
  public func lightLeaking(
    colors: (Color, Color) = (.hex(0xFFB347), .hex(0xFF2E1F)), seed: Noise = "light",
    _ strength: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    lightLeaking(.computed(strength), colors: colors, seed: seed)
  }
}
