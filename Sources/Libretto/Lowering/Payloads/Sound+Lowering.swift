import Primitives
import Timeline

extension SoundPayload: Payload {
  var isSound: Bool { true }
  var mayBeHeard: Bool { true }

  func song(from begin: Time, rate: FrameRate) -> FilmSong? {
    isSong ? FilmSong(self, origin: begin - from.time / usableSpeed, speed: usableSpeed) : nil
  }

  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    song.facts.flatMap(lengthOfAll).map { begin + $0 }
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool { passes != nil }

  /// Only asked where nothing says how long the film is: then its file is at least looked at.
  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    _ = song.facts
    return nil
  }

  /// Nothing, and reported, if nothing of it is left to play.
  func sounds(on stage: Stage, by lowering: Lowering) -> [SoundClip] {
    guard let facts = song.facts else { return [] }
    let begin = stage.begin
    var end = min(stage.end, lowering.clock.end)
    if let all = lengthOfAll(of: facts) { end = min(end, begin + all) }
    // What would be heard before the film, its scene or the file itself begins is left out.
    let cut = max(.zero, max(stage.opening, .zero) - begin, (Time.zero - from.time) / usableSpeed)
    let (start, length) = (begin + cut, end - begin - cut)
    check(on: stage, by: lowering)
    guard length > .zero else {
      lowering.report(
        "nothing of \(song.path) is left to play", at: stage.site,
        "it lasts \(facts.length) s, starts at \(from) s, and enters at \(begin) s")
      return []
    }
    var heard = stage
    (heard.turn.end, heard.end) = (end, end)
    let treatment = treatment(on: heard, cut: cut, facts, by: lowering)
    return [
      SoundClip(
        path: song.assetPath, digest: facts.digest, start: start,
        from: treatment.looped(from.time + cut * usableSpeed), length: length, treatment: treatment)
    ]
  }

  private func check(on stage: Stage, by lowering: Lowering) {
    guard let speed else {
      lowering.report(
        "the speed of a sound stays as it is", at: stage.site, "say one that doesn't change: .speed(1.5)")
      return
    }
    if speed != usableSpeed {
      let speeds = SoundTreatment.speeds
      lowering.report(
        "\(song.path) can't play \(speed.brief) times as fast", at: stage.site,
        "between \(speeds.lowerBound.brief) and \(speeds.upperBound.brief) times is possible")
    }
    if case .thereAndBack = loop.loop {
      lowering.report("sounds are heard forwards", at: stage.site, ".looping() plays again from the begin")
    } else if let times = loop.loop.passes, times < 1 {
      lowering.report(
        "\(song.path) can't play \(times) times", at: stage.site, ".looping(times: 2) plays it twice")
    }
  }

  private func treatment(
    on stage: Stage, cut: Time, _ facts: SongFacts, by lowering: Lowering
  ) -> SoundTreatment {
    let clock = lowering.clock
    var treatment = SoundTreatment(
      volume: lowering.contour(volume, or: 1, on: stage, cut: cut),
      balance: lowering.contour(balance, or: 0, on: stage, cut: cut),
      fadeIn: clock.time(fadeIn, at: stage.site), fadeOut: clock.time(fadeOut, at: stage.site))
    treatment.speed = usableSpeed
    treatment.keepsPitch = keepsPitch || usableSpeed == 1
    let extent = extent(of: facts)
    if passes != 1, extent > .zero { treatment.loop = from.time..<(from + extent).time }
    treatment.duckings = duckings.map {
      Ducking(
        path: AssetPath($0.path, from: $0.site).location, volume: $0.volume,
        over: max(.zero, clock.time($0.over, at: $0.site)))
    }
    return treatment
  }
}

extension Lowering {
  /// Two hundred values a second: finer than an ear can tell a volume move.
  fileprivate func contour(
    _ value: Animated<Double>, or fallback: Double, on stage: Stage, cut: Time
  ) -> Contour {
    let curve = curve(value, or: fallback, on: stage)
    if let fixed = curve.fixed { return Contour(fixed) }
    let step = Time(ticks: Time.ticksPerSecond / 200)
    let count = Int(clamping: (stage.seen.length - cut).ticks / step.ticks) + 2
    return Contour(
      every: step, (0..<count).map { curve.value(at: cut + Time(ticks: Int64($0) * step.ticks)) })
  }
}
