import Primitives
import Timeline

extension Lowering {
  /// What is heard of a clip during its turn; nil if it wasn't asked for, and, reported, if it can't be.
  func sound(
    of video: VideoElement, _ layer: Layer, during turn: Turn, on stage: Stage
  ) -> SoundClip? {
    guard let wanted = video.sound, let facts = video.facts(at: layer.site) else { return nil }
    guard let delay = facts.soundDelay else {
      report("\(video.path) has no sound", "leave out .withSound()", at: layer.site)
      return nil
    }
    let loop = video.loop(of: facts)
    guard let speed = video.steadySpeed, video.isHeard(with: loop) else {
      report(
        "the sound of a clip is heard forwards, at a speed that stays",
        "leave out .withSound(), or play the sound on its own with Soundtrack", at: layer.site)
      return nil
    }
    guard SoundTreatment.speeds.contains(speed) else {
      let speeds = SoundTreatment.speeds
      report(
        "the sound of \(video.path) can't play \(speed.brief) times as fast",
        "between \(speeds.lowerBound.brief) and \(speeds.upperBound.brief) times is possible",
        at: layer.site)
      return nil
    }
    let part = video.part(of: facts)
    // The same part of the sound; it may begin later than the pictures.
    let heard = max(.zero, part.lowerBound - delay)..<max(.zero, part.upperBound - delay)
    var end = min(turn.end, stage.end, clock.end)
    if let passes = loop.passes {
      end = min(end, turn.begin + (part.upperBound - part.lowerBound) * Double(max(1, passes)) / speed)
    }
    let late = max(.zero, delay - part.lowerBound) / speed
    let cut = max(late, max(stage.begin, .zero) - turn.begin)
    let (start, length) = (turn.begin + cut, end - turn.begin - cut)
    guard length > .zero, heard.lowerBound < heard.upperBound else { return nil }
    var treatment = SoundTreatment(
      volume: Contour(wanted.volume), fadeIn: clock.time(wanted.fadeIn, at: layer.site),
      fadeOut: clock.time(wanted.fadeOut, at: layer.site))
    treatment.speed = speed
    treatment.loop = loop.passes == 1 ? nil : heard
    return SoundClip(
      path: AssetPath(video.path, from: layer.site), digest: facts.digest, start: start,
      from: treatment.looped(heard.lowerBound + (cut - late) * speed), length: length, treatment: treatment)
  }

  private func report(_ message: String, _ hint: String, at site: Site) {
    authoring.log.report(.error(message, at: site, hints: hint))
  }
}

extension VideoElement {
  /// Whether its sound could be heard as its pictures are seen.
  fileprivate func isHeard(with loop: ClipPlayback.Loop) -> Bool {
    if case .thereAndBack = loop { return false }
    return seconds == nil && !isReversed
  }
}
