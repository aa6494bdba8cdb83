import Primitives
import Timeline

extension Lowering {
  /// What is heard of a clip during its turn; nil if it wasn't asked for, and, reported, if it can't be.
  func sound(
    of video: VideoElement, _ layer: Layer, during turn: Turn, on stage: Stage
  ) -> SoundClip? {
    guard let wanted = video.sound, let facts = video.facts(at: layer.site) else { return nil }
    guard let delay = facts.soundDelay else {
      authoring.log.report(
        .error("\(video.path) has no sound", at: layer.site, hints: "leave out .withSound()"))
      return nil
    }
    let plays = video.loop(of: facts).passes == 1 && video.seconds == nil && !video.isReversed
    guard plays, video.steadySpeed == 1 else {
      authoring.log.report(
        .error(
          "the sound of a clip is heard as it was recorded: forwards, once, at a speed of 1",
          at: layer.site,
          hints: "leave out .withSound(), or play the sound from a file of its own with Soundtrack"))
      return nil
    }
    let part = video.part(of: facts)
    let end = min(turn.begin + (part.upperBound - part.lowerBound), turn.end, stage.end, clock.end)
    // Where in the sound the turn begins; less than zero if the clip's sound comes later than its pictures.
    let from = part.lowerBound - delay
    let cut = max(.zero, max(stage.begin, .zero) - turn.begin, Time.zero - from)
    let (start, length) = (turn.begin + cut, end - turn.begin - cut)
    guard length > .zero else { return nil }
    return SoundClip(
      path: AssetPath(video.path, from: layer.site), digest: facts.digest, start: start, from: from + cut,
      length: length, gain: wanted.volume, fadeIn: clock.time(wanted.fadeIn, at: layer.site),
      fadeOut: clock.time(wanted.fadeOut, at: layer.site))
  }
}
