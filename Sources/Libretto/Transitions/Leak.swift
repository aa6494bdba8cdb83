import Primitives
import Timeline

/// Light that falls in from one side, wanders across and goes: broad and deep of color at its rim, and so
/// much light at its heart that it is nearly white.
private struct Leak: AskedEffect {
  let colors: [Color]
  var progress: Animated<Double>
  let seed: Noise

  mutating func resolve(by resolver: EffectResolver) { resolver(&progress) }

  func filter(at instant: EffectInstant) -> Filter {
    let progress = instant.number(progress, 0...1)
    let swell = progress * progress * (1 - progress) * (1 - progress) * 16
    return .shine(.leak(strength: instant.number(swell * 2.3, 0...4), spots(at: progress, in: instant)))
  }

  private func spots(at progress: Double, in instant: EffectInstant) -> [Shining.Spot] {
    let isLeftward = seed.value(0) < 0.5
    return colors.indices.flatMap { index -> [Shining.Spot] in
      let share = Double(index) / Double(max(1, colors.count - 1))
      let number = 8 * index + 1
      func chance(_ offset: Int, _ low: Double, _ high: Double) -> Double {
        seed.value(number + offset, in: low...high)
      }
      let way = Double.mix(-0.25, 1.2, progress) + chance(0, -0.2, 0.2)
      let down = chance(1, 0.1, 0.9) + (progress - 0.5) * chance(2, -0.4, 0.4)
      let center = Anchor(x: isLeftward ? 1 - way : way, y: down)
      let side = max(instant.box.width, instant.box.height)
      // It flutters as film does that runs by.
      let level =
        chance(3, 0.6, 0.9) * (0.85 + 0.3 * Noise(seed: seed.seed &+ UInt64(number)).wander(progress * 7))
      return [(1.5, 0.34), (0.8, 0.5)].map { size, light in
        let width = size * side * Double.mix(1, 0.7, share)
        let plane = instant.plane(
          center: center, width: width * chance(4, 0.45, 0.7), height: width * chance(5, 0.9, 1.5),
          turned: .degrees(chance(6, -28, 28)))
        let color = colors[index]
        let gain = level * light * color.alpha
        return Shining.Spot(
          Color(red: color.red * gain, green: color.green * gain, blue: color.blue * gain), plane: plane)
      }
    }
  }
}

extension Element {
  /// Light of some colors that falls in and goes as a progress does, on what is there.
  func leaking(_ colors: [Color], _ progress: Animated<Double>, _ seed: Noise) -> Styled {
    adding(Leak(colors: colors, progress: progress, seed: seed))
  }
}
