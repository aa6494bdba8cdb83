import Primitives
import Timeline

extension SoundPayload: Payload {
  var isSound: Bool { true }
  var mayBeHeard: Bool { true }

  func song(from begin: Time, rate: FrameRate) -> FilmSong? {
    isSong ? FilmSong(self, origin: begin - from / usableSpeed, speed: usableSpeed) : nil
  }

  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    isLooped ? nil : song.facts.map { begin + length(of: $0) }
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool { !isLooped }

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
    if !isLooped { end = min(end, begin + length(of: facts)) }
    // What would be heard before the film, its scene or the file itself begins is left out.
    let cut = max(.zero, max(stage.opening, .zero) - begin, (Time.zero - from) / usableSpeed)
    let (start, length) = (begin + cut, end - begin - cut)
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
        from: treatment.looped(from + cut * usableSpeed), length: length, treatment: treatment)
    ]
  }

  private func treatment(
    on stage: Stage, cut: Time, _ facts: SongFacts, by lowering: Lowering
  ) -> SoundTreatment {
    let clock = lowering.clock
    if speed != usableSpeed {
      let speeds = SoundTreatment.speeds
      lowering.report(
        "\(song.path) can't play \(speed.brief) times as fast", at: stage.site,
        "between \(speeds.lowerBound.brief) and \(speeds.upperBound.brief) times is possible")
    }
    var treatment = SoundTreatment(
      volume: lowering.contour(volume, or: 1, on: stage, cut: cut),
      balance: lowering.contour(balance, or: 0, on: stage, cut: cut),
      fadeIn: clock.time(fadeIn, at: stage.site), fadeOut: clock.time(fadeOut, at: stage.site))
    treatment.speed = usableSpeed
    treatment.keepsPitch = keepsPitch || usableSpeed == 1
    let extent = extent(of: facts)
    if isLooped, extent > .zero { treatment.loop = from..<(from + extent) }
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
