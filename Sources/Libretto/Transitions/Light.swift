import Primitives
import Timeline

extension Transition {
  /// A flash of light hides the cut; what has no neighbour lights up itself.
  public static func flash(_ color: Color = .white) -> Transition {
    Transition("flash") { from, to, progress in
      let light = Light.flash(progress)
      if from.isThere, to.isThere {
        from.opacity(progress.map { $0 < 0.3 ? 1 : 0 })
        to.opacity(progress.map { $0 < 0.3 ? 0 : 1 })
        Solid(color).blendMode(.add).opacity(light)
      } else {
        // It comes as light, and goes as light; what is white already is dimmer after the flash.
        to.lit(color, light)
          .opacity(progress.map { $0 < 0.3 ? $0 / 0.3 : max(Light.fading($0), 0.4 + 0.6 * $0) })
        from.lit(color, progress.within(0...0.3)).opacity(progress.map { $0 < 0.3 ? 1 : Light.fading($0) })
      }
    }
  }

  /// Light falls into the camera while the one dissolves into the other.
  public static func lightLeak(_ colors: [Color] = Light.warm, seed: Noise = "leak") -> Transition {
    Transition("light leak") { from, to, progress in
      if from.isThere, to.isThere {
        Mix(from, to, by: .even, progress.within(0.3...0.7, .sineInOut)).leaking(colors, progress, seed)
      } else {
        // Its own light is less meanwhile, so that the other shows on what is white.
        let dusk = progress.swell.map { $0 * 0.55 }
        from.tinged(.black, dusk).leaking(colors, progress, seed)
          .opacity(progress.within(0.6...0.95, .sineInOut).from(1, to: 0))
        to.tinged(.black, dusk).leaking(colors, progress, seed)
          .opacity(progress.within(0.05...0.4, .sineInOut))
      }
    }
  }

  /// The film burns through: it browns and chars around holes in which the lamp is seen, and then what comes.
  public static func filmBurn(seed: Noise = "burn") -> Transition {
    Transition("film burn") { from, to, progress in
      if from.isThere {
        to.appearing(behind: from, by: .embers(seed).softness(0.1), progress.within(0.15...0.9))
        from.burning(progress, seed)
      } else {
        to.burning(progress.from(1, to: 0), seed)
      }
    }
  }
}

/// Light that isn't a lamp's.
public enum Light {
  /// Deep red, orange, rose and straw, as old cameras leak: from the rim of the light to its heart.
  public static let warm: [Color] = [
    .hex(0xC8300A), .hex(0xFF6A12), .hex(0xB01238), .hex(0xFFB14A),
  ]

  /// Up at once, and slowly down.
  static func flash(_ progress: Animated<Double>) -> Animated<Double> {
    progress.map { $0 < 0.3 ? $0 / 0.3 : fading($0) }
  }

  /// How much is left of a flash that was brightest at 0.3.
  static func fading(_ progress: Double) -> Double {
    let rest = 1 - max(0, progress - 0.3) / 0.7
    return rest * rest
  }
}

extension Element {
  /// So much of a color's light on all that is there of it.
  func lit(_ color: Color, _ amount: Animated<Double>) -> Styled {
    adding(Tinge(color: color, amount: amount, keepsOwn: true))
  }

  /// So much of the way from its own colors to another.
  func tinged(_ color: Color, _ amount: Animated<Double>) -> Styled {
    adding(Tinge(color: color, amount: amount, keepsOwn: false))
  }

  /// Burnt so far, in one way of many.
  fileprivate func burning(_ progress: Animated<Double>, _ seed: Noise) -> Styled {
    adding(Burning(progress: progress, seed: seed))
  }
}

/// A color on what is there.
private struct Tinge: AskedEffect {
  let color: Color
  var amount: Animated<Double>
  let keepsOwn: Bool

  mutating func resolve(by resolver: EffectResolver) { resolver(&amount) }

  func filter(at instant: EffectInstant) -> Filter {
    let amount = instant.number(amount, 0...1)
    let share = amount * color.alpha
    let own = keepsOwn ? 1 : 1 - share
    return .grade(.matrix(.tinted(color, by: share, keeping: own)))
  }
}

extension Matte {
  fileprivate static let emberCount = 2.5

  /// In the order in which film burns.
  fileprivate static func embers(_ seed: Noise) -> Matte {
    Matte(.embers(count: emberCount, seed: seed.seed))
  }
}

/// Burnt through by patches.
private struct Burning: AskedEffect {
  var progress: Animated<Double>
  let seed: Noise

  mutating func resolve(by resolver: EffectResolver) { resolver(&progress) }

  func filter(at instant: EffectInstant) -> Filter {
    let box = Size(
      width: instant.box.width.snappedToPixelGrid, height: instant.box.height.snappedToPixelGrid)
    return .burn(
      Burn(
        .embers(count: Matte.emberCount, seed: seed.seed), in: box, at: instant.toScreen.snapped,
        progress: instant.number(progress, 0...1)))
  }
}
