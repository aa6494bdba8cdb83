import Primitives
import Timeline

/// What particles that were asked for become.
struct ParticleLowering {
  let lowering: Lowering
  let site: Site
  /// Lengths and moments, by the clock that the particles follow.
  let time: (Length) -> Time
  let times: (SongMoments) -> [Time]

  /// Nil, and reported, if the picture they come from can't be had.
  func form(of asked: AskedParticles) -> SoundFigure.Form? {
    guard let origin = origin(asked.source) else { return nil }
    var swarm = asked.swarm
    swarm.origin = origin
    swarm.life = time(asked.life)
    swarm.streak = time(asked.streak)
    swarm.forces = asked.forces.map(push)
    return .particles(swarm, births(asked.births))
  }

  private func births(_ births: AskedParticles.Births) -> ParticleBirths {
    switch births {
    case .at(let moments): return .at(times(moments))
    case .perSecond(let rate):
      guard let round = lowering.round else {
        return .evenly(1000, in: Time(seconds: 1000 / rate), comeAgain: false)
      }
      // As many as are nearest to what was asked, so that the last frame leads into the first.
      return .evenly(max(1, Int((rate * round.seconds).rounded())), in: round, comeAgain: true)
    }
  }

  private func origin(_ source: ParticleSource) -> ParticleOrigin? {
    switch source.form {
    case .known(let origin): return origin
    case .brightParts(let path):
      return lowering.asking(at: site) { () throws(Problem) -> ParticleOrigin in
        let resources = lowering.authoring.resources
        return .spots(try resources.brightParts(path), of: try resources.picture(path).size)
      }
    }
  }

  private func push(_ force: ParticleForce) -> ParticlePush {
    switch force.form {
    case .known(let push): push
    case .turbulence(let pixels, let length): .turbulence(pixels, every: time(length))
    case .pull(let anchor, let share, let moments, let length):
      .pull(to: anchor, by: share, at: times(moments), over: time(length))
    }
  }
}

extension AskedParticles {
  /// Why they can't be drawn.
  func problem(_ time: (Length) -> Time) -> Problem? {
    let life = time(life)
    if case .perSecond(let rate) = births, !(0.01...2000 ~= rate) {
      return Problem(
        .badInput, "\(rate.brief) particles a second can't be drawn",
        hints: "0.01 to 2000 a second can be had")
    }
    guard (1...500).contains(swarm.count), life > .zero, life <= Time.seconds(60),
      swarm.size > 0, swarm.size.isFinite, swarm.reach.isFinite, swarm.glow >= 0, swarm.glow.isFinite
    else {
      return Problem(
        .badInput, "such particles can't be drawn",
        hints: "1 to 500 at a time, that live for more than 0 and at most 60 s, of a size above 0")
    }
    return nil
  }
}
