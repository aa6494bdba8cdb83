import Primitives
import Timeline

extension Element {
  /// Light around what is bright, as a lens with a mist filter gives: close by and far out.
  ///
  /// - Parameters:
  ///   - strength: 0 is none, 1 is as much light again as there is.
  ///   - radius: how far it reaches nearby; a third of it is seen to four times as far.
  ///   - threshold: how bright a colour must be to glow, 0 to 1.
  public func glowing(
    _ strength: Animated<Double> = 1, radius: Animated<Measure> = .vmin(1.6), above threshold: Double = 0.55
  ) -> Styled {
    adding(
      EffectRequest(numbers: [strength, Animated(threshold)], lengths: [radius]) {
        .shine(
          .glow(
            strength: $0.number(0, 0...8), radius: $0.length(0), threshold: $0.number(1, 0...1, neutral: 1))
        )
      })
  }

  @_disfavoredOverload
  public func glowing(
    _ strength: Double, radius: Animated<Measure> = .vmin(1.6), above threshold: Double = 0.55
  )
    -> Styled
  {
    glowing(Animated(strength), radius: radius, above: threshold)
  }

  /// Darker towards the corners, as a lens draws; there it loses so much of its light, 0 to 1.
  public func vignetted(_ strength: Animated<Double> = 0.5, color: Color = .black) -> Styled {
    adding(
      EffectRequest(numbers: [strength]) {
        // Its circle runs through the corners of the box.
        let reach = 0.5 * 2.0.squareRoot()
        let plane = $0.plane(
          center: .center, width: reach * $0.box.width, height: reach * $0.box.height)
        return .shine(.vignette(strength: $0.number(0, 0...1), color, plane: plane))
      })
  }

  @_disfavoredOverload
  public func vignetted(_ strength: Double, color: Color = .black) -> Styled {
    vignetted(Animated(strength), color: color)
  }

  /// Light that falls in from the side and wanders, as through an old camera's back; another for each seed.
  ///
  /// - Parameter colors: of its heart, and of its rim.
  public func lightLeaking(
    _ strength: Animated<Double> = 0.8, colors: (Color, Color) = (.hex(0xFFB347), .hex(0xFF2E1F)),
    seed: Noise = "light"
  ) -> Styled {
    adding(
      EffectRequest(numbers: [strength]) {
        let leak = LightLeak(noise: seed, heart: colors.0, rim: colors.1)
        return .shine(.leak(strength: $0.number(0, 0...4), leak.spots(in: $0)))
      })
  }

  @_disfavoredOverload
  public func lightLeaking(
    _ strength: Double, colors: (Color, Color) = (.hex(0xFFB347), .hex(0xFF2E1F)), seed: Noise = "light"
  ) -> Styled {
    lightLeaking(Animated(strength), colors: colors, seed: seed)
  }
}

/// Spots of light that come in from one side and wander, each at its own pace.
private struct LightLeak {
  let noise: Noise
  let heart: Color
  let rim: Color

  func spots(in instant: EffectInstant) -> [Shining.Spot] {
    let time = instant.time.seconds
    let isRight = noise.value(1) < 0.5
    return (0..<4).map { index in
      // The first is the heart; those around it are larger, redder and slower.
      let share = Double(index) / 3
      let own = Noise(seed: noise.seed &+ UInt64(100 * (index + 1)))
      func wander(_ axis: Int, _ low: Double, _ high: Double, every seconds: Double) -> Double {
        .mix(low, high, Noise(seed: own.seed &+ UInt64(axis)).wander(own.value(axis) * 50 + time / seconds))
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
