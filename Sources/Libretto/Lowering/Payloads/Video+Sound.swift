import Primitives
import Timeline

extension VideoPayload {
  /// What is heard of a clip during its turn; nothing if it wasn't asked for, and, reported, if it can't be.
  func sounds(on stage: Stage, by lowering: Lowering) -> [SoundClip] {
    guard let sound, let facts = facts(at: stage.site) else { return [] }
    guard let delay = facts.soundDelay else {
      lowering.report("\(path) has no sound", at: stage.site, "leave out .withSound()")
      return []
    }
    let loop = loop(of: facts)
    guard let speed = warp.steadySpeed, warp.isHeard(loop) else {
      lowering.report(
        "the sound of a clip is heard forwards, at a speed that stays", at: stage.site,
        "leave out .withSound(), or play the sound on its own with Soundtrack")
      return []
    }
    guard SoundTreatment.speeds.contains(speed) else {
      let speeds = SoundTreatment.speeds
      lowering.report(
        "the sound of \(path) can't play \(speed.brief) times as fast", at: stage.site,
        "between \(speeds.lowerBound.brief) and \(speeds.upperBound.brief) times is possible")
      return []
    }
    let part = part(of: facts)
    // The same part of the sound; it may begin later than the pictures.
    let heard = max(.zero, part.lowerBound - delay)..<max(.zero, part.upperBound - delay)
    var end = min(stage.end, lowering.clock.end)
    if let passes = loop.passes {
      end = min(end, stage.begin + (part.upperBound - part.lowerBound) * Double(max(1, passes)) / speed)
    }
    let late = max(.zero, delay - part.lowerBound) / speed
    let cut = max(late, max(stage.opening, .zero) - stage.begin)
    let (start, length) = (stage.begin + cut, end - stage.begin - cut)
    guard length > .zero, heard.lowerBound < heard.upperBound else { return [] }
    var treatment = SoundTreatment(
      volume: Contour(sound.volume), fadeIn: lowering.clock.time(sound.fadeIn, at: stage.site),
      fadeOut: lowering.clock.time(sound.fadeOut, at: stage.site))
    treatment.speed = speed
    treatment.loop = loop.passes == 1 ? nil : heard
    return [
      SoundClip(
        path: AssetPath(path, from: stage.site), digest: facts.digest, start: start,
        from: treatment.looped(heard.lowerBound + (cut - late) * speed), length: length,
        treatment: treatment)
    ]
  }
}
