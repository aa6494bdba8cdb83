package import Primitives

/// Lights that fly, as a function of time alone; lengths are in the element's units.
package struct ParticleSwarm: Hashable, Sendable {
  /// How many are born at once.
  package var count: Int
  /// The largest one's diameter, and how far the fastest flies.
  package var size: Double
  package var reach: Double
  package var life: Time
  package var origin: ParticleOrigin
  package var glow: Double
  /// For how long the shutter is open, so that what is fast leaves a streak.
  package var streak: Time
  package var forces: [ParticlePush]
  package var noise: Noise

  package init(
    count: Int, size: Double, reach: Double, life: Time, origin: ParticleOrigin, glow: Double = 1,
    streak: Time = .zero, forces: [ParticlePush] = [], noise: Noise
  ) {
    self.count = count
    self.size = size
    self.reach = reach
    self.life = life
    self.origin = origin
    self.glow = glow
    self.streak = streak
    self.forces = forces
    self.noise = noise
  }
}

/// When particles are born, by the song's clock.
package enum ParticleBirths: Hashable, Sendable {
  case at([Time])
  /// So many in each such time, at even distances, also before the clock begins; those of each time are the same ones
  /// where they come again.
  case evenly(Int, in: Time, comeAgain: Bool)
}

/// Where particles are born.
package enum ParticleOrigin: Hashable, Sendable {
  case point(Anchor)
  /// A circle; its radius is a share of half the shorter side. They fly outwards.
  case ring(Anchor, radius: Double)
  /// From one point to another. They fly to the left of that way.
  case line(from: Anchor, to: Anchor)
  case everywhere
  /// Points of a picture that covers the element, in shares of its sides.
  case spots([Point], of: PixelSize)

  /// What particles swirl around.
  package var center: Anchor {
    switch self {
    case .point(let anchor), .ring(let anchor, _): anchor
    case .line, .everywhere, .spots: .center
    }
  }
}

/// What moves particles on their way; lengths are in the element's units.
package enum ParticlePush: Hashable, Sendable {
  /// Down, faster by so much each second.
  case gravity(Double)
  /// So far each second.
  case wind(x: Double, y: Double)
  /// Around where they come from, so far each second.
  case swirl(Angle)
  /// Each wanders by so much, to a fresh place in so much time.
  case turbulence(Double, every: Time)
  /// By a share of the way to a point at moments, and back within a time; away from it below zero.
  case pull(to: Anchor, by: Double, at: [Time], over: Time)
}
