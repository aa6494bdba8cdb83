import Primitives
import Timeline

/// One sound on its way to its place in the film.
struct SoundLowering {
  let sound: SoundElement
  let layer: Layer
  let lowering: Lowering

  /// Nil, and reported, if nothing of it is left to play.
  func clip(from begin: Time, on stage: Stage) -> SoundClip? {
    guard let facts = sound.song.facts else { return nil }
    let end = end(from: begin, of: facts, on: stage)
    // What would be heard before the film, its scene or the file itself begins is left out.
    let speed = sound.usableSpeed
    let cut = max(.zero, max(stage.begin, .zero) - begin, (Time.zero - sound.from) / speed)
    let (start, length) = (begin + cut, end - begin - cut)
    guard length > .zero else {
      report(
        "nothing of \(sound.song.path) is left to play",
        "it lasts \(facts.length) s, starts at \(sound.from) s, and enters at \(begin) s")
      return nil
    }
    let treatment = treatment(during: Turn(begin: begin, end: end), cut: cut, facts)
    return SoundClip(
      path: sound.song.assetPath, digest: facts.digest, start: start,
      from: treatment.looped(sound.from + cut * speed), length: length, treatment: treatment)
  }

  private func end(from begin: Time, of facts: SongFacts, on stage: Stage) -> Time {
    let clock = lowering.clock
    var end = min(stage.end, clock.end)
    if !sound.isLooped { end = min(end, begin + sound.length(of: facts)) }
    if let told = layer.timing.length { end = min(end, begin + clock.time(told, at: layer.site)) }
    if let until = layer.timing.until {
      end = min(end, clock.time(until, within: stage.turn, at: layer.site))
    }
    return end
  }

  private func treatment(during turn: Turn, cut: Time, _ facts: SongFacts) -> SoundTreatment {
    let clock = lowering.clock
    if sound.speed != sound.usableSpeed {
      let speeds = SoundTreatment.speeds
      report(
        "\(sound.song.path) can't play \(sound.speed.brief) times as fast",
        "between \(speeds.lowerBound.brief) and \(speeds.upperBound.brief) times is possible")
    }
    var treatment = SoundTreatment(
      volume: contour(sound.volume, or: 1, during: turn, cut: cut),
      balance: contour(sound.balance, or: 0, during: turn, cut: cut),
      fadeIn: clock.time(sound.fadeIn, at: layer.site), fadeOut: clock.time(sound.fadeOut, at: layer.site))
    treatment.speed = sound.usableSpeed
    treatment.keepsPitch = sound.keepsPitch || sound.usableSpeed == 1
    let extent = sound.extent(of: facts)
    if sound.isLooped, extent > .zero { treatment.loop = sound.from..<(sound.from + extent) }
    treatment.duckings = sound.duckings.map {
      Ducking(
        path: AssetPath($0.path, from: $0.site).location, volume: $0.volume,
        over: max(.zero, clock.time($0.over, at: $0.site)))
    }
    return treatment
  }

  /// Two hundred values a second: finer than an ear can tell a volume move.
  private func contour(
    _ value: Animated<Double>, or fallback: Double, during turn: Turn, cut: Time
  ) -> Contour {
    let curve = lowering.curve(
      value, or: fallback, site: layer.site, firstFrame: lowering.canvas.rate.boundary(nearest: turn.begin),
      during: turn)
    if let fixed = curve.fixed { return Contour(fixed) }
    let step = Time(ticks: Time.ticksPerSecond / 200)
    let count = Int(clamping: (turn.length - cut).ticks / step.ticks) + 2
    return Contour(
      every: step, (0..<count).map { curve.value(at: cut + Time(ticks: Int64($0) * step.ticks)) })
  }

  private func report(_ message: String, _ hint: String) {
    lowering.authoring.log.report(.error(message, at: layer.site, hints: hint))
  }
}
