import Primitives

extension Transition {
  /// A flash of light hides the cut.
  public static func flash(_ color: Color = .white) -> Transition {
    Transition("flash") { from, to, progress in
      from.opacity(progress.map { $0 < 0.3 ? 1 : 0 })
      to.opacity(progress.map { $0 < 0.3 ? 0 : 1 })
      Solid(color).blendMode(.add).opacity(Light.flash(progress))
    }
  }

  /// Light falls into the camera while the one dissolves into the other.
  public static func lightLeak(_ colors: [Color] = Light.warm, seed: Noise = "leak") -> Transition {
    Transition("light leak") { from, to, progress in
      Mix(from, to, by: .even, progress.within(0.3...0.7, .sineInOut))
      Light.leak(colors, progress, seed)
    }
  }

  /// The film burns through: glowing holes spread, and what comes is behind them.
  public static func filmBurn(seed: Noise = "burn") -> Transition {
    Transition("film burn") { from, to, progress in
      let matte = Matte.clouds(count: 4, seed: seed).softness(0.06)
      // From the inside of a hole to its edge: what comes, white heat, fire, ember, char.
      let rings = [Color.hex(0xFFF3C4), .hex(0xFFB02E), .hex(0xE8480C), .hex(0x3A0A02)]
      Light.burnt(from, to, rings, matte, progress)
      Light.leak([.hex(0xFF5A00), .hex(0xFFB347)], progress, seed).opacity(progress.swell.map { $0 * 0.55 })
    }
  }
}

/// Light that isn't a lamp's.
public enum Light {
  /// Orange, rose and straw, as old cameras leak.
  public static let warm: [Color] = [
    .hex(0xC8300A), .hex(0xFF6A12), .hex(0xB01238), .hex(0xFFB14A),
  ]

  /// Up at once, and slowly down.
  static func flash(_ progress: Animated<Double>) -> Animated<Double> {
    progress.map { value in
      let rest = 1 - max(0, value - 0.3) / 0.7
      return value < 0.3 ? value / 0.3 : rest * rest
    }
  }

  /// Soft patches of light that wander across and go.
  static func leak(_ colors: [Color], _ progress: Animated<Double>, _ seed: Noise) -> Group {
    let sweep = progress.from(-0.55, to: 1.25)
    return Group {
      for (index, color) in colors.enumerated() {
        let number = 8 * index
        let (width, height) = (seed.value(number, in: 30...75), seed.value(number + 1, in: 60...130))
        let (ahead, top) = (seed.value(number + 2, in: -0.35...0.35), seed.value(number + 3, in: 0.1...0.9))
        let drift = seed.value(number + 4, in: -0.3...0.3)
        Ellipse().fill(color).frame(width: .vmin(width), height: .vmin(height))
          .placed(
            x: sweep.map { .percent(($0 + ahead) * 100) },
            y: progress.map { .percent((top + drift * $0) * 100) }, anchor: .center
          )
          .rotation(seed.value(number + 5, in: -40...40))
          .opacity(seed.value(number + 6, in: 0.75...1))
      }
    }.blurred(.vmin(13)).blendMode(.add).opacity(progress.swell)
  }

  /// One thing that turns into another through rings of color, the innermost first.
  static func burnt(
    _ from: Side, _ to: Side, _ rings: [Color], _ matte: Matte, _ progress: Animated<Double>
  ) -> Layers {
    let step = 0.045
    // The outermost ring goes ahead, so that all have passed in the end.
    func passing(_ place: Int) -> Animated<Double> {
      let head = Double(place) * step
      let whole = 1 + Double(rings.count) * step
      return progress.map { $0 * whole - (Double(rings.count) * step - head) }
    }
    let burnt = rings.enumerated().reversed().reduce(from.layer) { burnt, ring in
      Mix(burnt, Solid(ring.element), by: matte, passing(ring.offset + 1)).layer
    }
    return [Mix(burnt, to, by: matte, passing(0)).layer]
  }
}
