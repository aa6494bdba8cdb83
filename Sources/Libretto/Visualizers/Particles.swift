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
    return VisualizerStyle(
      form: .particles(
        AskedParticles(
          swarm: swarm, source: source, births: .at(moments), life: life.length, streak: streak.length,
          forces: forces)))
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
    return VisualizerStyle(
      form: .particles(
        AskedParticles(
          swarm: swarm, source: source, births: .perSecond(rate), life: life.length, streak: streak.length,
          forces: forces)))
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

/// Where particles come from.
public struct ParticleSource: Sendable {
  enum Form: Sendable {
    case known(ParticleOrigin)
    case brightParts(AssetPath)
  }

  let form: Form

  /// A point of the frame; they fly in all directions.
  public static func point(_ anchor: Anchor) -> ParticleSource { known(.point(anchor)) }

  /// A circle, from which they fly outwards; its radius is a share of half the frame's shorter side.
  public static func ring(_ radius: Double = 0.6, around center: Anchor = .center) -> ParticleSource {
    known(.ring(center, radius: radius))
  }

  /// The way from one point to another; they fly to its left.
  public static func line(from start: Anchor, to end: Anchor) -> ParticleSource {
    known(.line(from: start, to: end))
  }

  /// Where a picture that covers the frame is brightest: its lamps, windows and stars.
  public static func brightParts(of picture: String, file: String = #filePath, line: Int = #line)
    -> ParticleSource
  {
    ParticleSource(form: .brightParts(AssetPath(picture, from: Site(file: file, line: line))))
  }

  private static func known(_ origin: ParticleOrigin) -> ParticleSource {
    ParticleSource(form: .known(origin))
  }

  /// All over the frame.
  public static let everywhere = known(.everywhere)
  /// The lower edge; they rise.
  public static let bottomEdge = line(from: .bottomLeft, to: .bottomRight)
  /// The upper edge; they fall.
  public static let topEdge = line(from: .topRight, to: .topLeft)
  /// The left edge; they fly to the right.
  public static let leftEdge = line(from: .topLeft, to: .bottomLeft)
  /// The right edge; they fly to the left.
  public static let rightEdge = line(from: .bottomRight, to: .topRight)
  /// The middle of the frame.
  public static let center = point(.center)
  /// The middle of the upper side.
  public static let top = point(.top)
  /// The middle of the lower side.
  public static let bottom = point(.bottom)
  /// The middle of the left side.
  public static let left = point(.left)
  /// The middle of the right side.
  public static let right = point(.right)
  /// The upper left corner.
  public static let topLeft = point(.topLeft)
  /// The upper right corner.
  public static let topRight = point(.topRight)
  /// The lower left corner.
  public static let bottomLeft = point(.bottomLeft)
  /// The lower right corner.
  public static let bottomRight = point(.bottomRight)
}

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
