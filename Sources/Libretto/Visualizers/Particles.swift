import Primitives
import Timeline

extension VisualizerStyle {
  /// Lights that fly from a source at each moment and fade; sizes and how far they fly are in pixels.
  ///
  /// - Parameters:
  ///   - count: born at each moment.
  ///   - size: the largest one's diameter, without its glow; most are smaller.
  ///   - glow: how far they shine beyond themselves; 0 are plain dots.
  ///   - streak: for how long the shutter is open, so that fast ones leave a streak.
  ///   - forces: what moves them on their way, one after the other.
  public static func particles(
    on moments: SongMoments, count: Int = 36, size: Double = 30, reach: Double = 480,
    life: some LengthForm = 1.2, from source: ParticleSource = .center, glow: Double = 1,
    streak: some LengthForm = 0.04, forces: [ParticleForce] = [], seed: Noise = "particles"
  ) -> VisualizerStyle {
    let swarm = ParticleSwarm(
      count: count, size: size, reach: reach, life: .zero, origin: .everywhere, glow: glow, noise: seed)
    return particles(swarm, .at(moments), life.length, source, streak.length, forces)
  }

  /// Lights that are born all the time, as dust, embers, rain or snow are; when it begins, it has been going on.
  ///
  /// - Parameters:
  ///   - rate: born in a second.
  ///   - size: the largest one's diameter, without its glow; most are smaller.
  ///   - glow: how far they shine beyond themselves; 0 are plain dots.
  ///   - streak: for how long the shutter is open, so that fast ones leave a streak.
  ///   - forces: what moves them on their way, one after the other.
  public static func stream(
    perSecond rate: Double = 40, size: Double = 20, reach: Double = 120, life: some LengthForm = 4,
    from source: ParticleSource = .everywhere, glow: Double = 1, streak: some LengthForm = 0,
    forces: [ParticleForce] = [], seed: Noise = "stream"
  ) -> VisualizerStyle {
    let swarm = ParticleSwarm(
      count: 1, size: size, reach: reach, life: .zero, origin: .everywhere, glow: glow, noise: seed)
    return particles(swarm, .perSecond(rate), life.length, source, streak.length, forces)
  }

  private static func particles(
    _ swarm: ParticleSwarm, _ births: AskedParticles.Births, _ life: Length, _ source: ParticleSource,
    _ streak: Length, _ forces: [ParticleForce]
  ) -> VisualizerStyle {
    VisualizerStyle(
      form: .particles(
        AskedParticles(
          swarm: swarm, source: source, births: births, life: life, streak: streak, forces: forces)))
  }
}

/// Particles as the author asked for them.
package struct AskedParticles: Sendable {
  /// What needs no clock and no file to be known.
  var swarm: ParticleSwarm
  var source: ParticleSource
  var births: Births
  var life: Length
  var streak: Length
  var forces: [ParticleForce]

  enum Births: Sendable {
    case at(SongMoments)
    case perSecond(Double)
  }
}
