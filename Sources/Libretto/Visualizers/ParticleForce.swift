import Primitives
import Timeline

/// What moves particles on their way.
public struct ParticleForce: Sendable {
  enum Form: Sendable {
    case known(ParticlePush)
    case turbulence(Double, every: Length)
    case pull(to: Anchor, by: Double, on: SongMoments, over: Length)
  }

  let form: Form

  /// Downwards, faster by so many pixels a second in each second; upwards below zero.
  public static func gravity(_ pixels: Double = 500) -> ParticleForce {
    ParticleForce(form: .known(.gravity(pixels)))
  }

  /// So many pixels in each second.
  public static func wind(x: Double = 0, y: Double = 0) -> ParticleForce {
    ParticleForce(form: .known(.wind(x: x, y: y)))
  }

  /// Around the source, so far in each second.
  public static func swirl(_ turn: Angle = .degrees(60)) -> ParticleForce {
    ParticleForce(form: .known(.swirl(turn)))
  }

  /// Each wanders on its own, by at most so many pixels.
  public static func turbulence(_ pixels: Double = 40, every length: some LengthForm = 1) -> ParticleForce {
    ParticleForce(form: .turbulence(pixels, every: length.length))
  }

  /// Draws all of them a share of the way to a point at each moment, and lets go within a length.
  public static func attraction(
    to anchor: Anchor = .center, _ share: Double = 0.35, on moments: SongMoments,
    over length: some LengthForm = 0.5
  ) -> ParticleForce {
    ParticleForce(form: .pull(to: anchor, by: share, on: moments, over: length.length))
  }

  /// Drives all of them away from a point at each moment, by a share of the way, and lets go within a length.
  public static func burst(
    from anchor: Anchor = .center, _ share: Double = 0.35, on moments: SongMoments,
    over length: some LengthForm = 0.5
  ) -> ParticleForce {
    ParticleForce(form: .pull(to: anchor, by: -share, on: moments, over: length.length))
  }
}
