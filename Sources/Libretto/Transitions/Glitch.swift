import Primitives
import Timeline

extension Transition {
  /// The signal is lost: strips jump, colors part, and both pictures flicker, in so many jumps.
  ///
  /// - Parameter strength: how far strips jump, as a share of the usual way.
  public static func glitch(strength: Double = 1, jumps: Int = 14, seed: Noise = "glitch") -> Transition {
    let jumps = max(2, min(240, jumps))
    let strength = strength == strength ? max(0, min(4, strength)) : 1
    return Transition("glitch") { from, to, progress in
      // How likely it is that the one to come is seen.
      let isThere = progress.map { value -> Double in
        let jump = (value * Double(jumps)).rounded(.down)
        return seed.value(Int(jump)) < (jump + 0.5) / Double(jumps) ? 1 : 0
      }
      let depth: Animated<Double> = progress.swell.map { 0.3 + 0.7 * $0 }
      let shift: Animated<Measure> = depth.from(.zero, to: .vmin(22 * strength))
      Group {
        from.opacity(isThere.from(1, to: 0))
        to.opacity(isThere)
      }.adding(Tear(progress: progress, shift: shift, jumps: jumps, seed: seed))
        .cut(at: .element, opening: rest(from, to, progress))
    }
  }
}

/// Strips jump aside, anew at every jump.
private struct Tear: AskedEffect {
  var progress: Animated<Double>
  var shift: Animated<Measure>
  let jumps: Int
  let seed: Noise

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&progress)
    resolver(&shift)
  }

  func filter(at instant: EffectInstant) -> Filter {
    let jump = Int((instant.number(progress, 0...1) * Double(jumps)).rounded(.down))
    // Some jumps are wild, others nearly still.
    let share = 0.3 + 0.7 * seed.value(1000 + jump)
    let shift = (instant.length(shift) * share).snappedToPixelGrid
    return .warp(
      .tear(seed: seed.seed &+ UInt64(jump), shift: shift, split: (shift * 0.18).snappedToPixelGrid))
  }
}
