import Primitives
import Timeline

extension VideoPayload: Payload {
  var mayBeHeard: Bool { sound != nil }
  var isFitted: Bool { true }

  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    length(at: site, clock: clock).map { begin + $0 }
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool { length(at: site, clock: clock) != nil }

  func stay(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    length(at: site, clock: clock)
  }

  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size {
    facts(at: site)?.size.fitted(frame, in: parent) ?? parent
  }

  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    guard let facts = facts(at: stage.site) else { return nil }
    check(facts, on: stage, by: lowering)
    var playback = ClipPlayback(course(on: stage, by: lowering), part: part(of: facts))
    playback.isReversed = isReversed
    playback.loop = seconds == nil ? loop(of: facts) : .once
    playback.conform = conform
    let asset = VideoAsset(path: AssetPath(path, from: stage.site), facts: facts)
    let subject = AutoMove.Subject(size: facts.size, focus: .middle, digest: facts.digest)
    return .video(asset, fit: fit, move: move.resolved(for: subject, on: stage), playing: playback)
  }

  private func course(on stage: Stage, by lowering: Lowering) -> ClipCourse {
    if let seconds { return .seconds(lowering.curve(seconds, or: 1, on: stage)) }
    if let steadySpeed { return .steady(steadySpeed) }
    let speed = lowering.curve(speed, or: 1, on: stage)
    return .ramp(speed, during: stage.seen.length + lowering.canvas.rate.start(of: 1))
  }
}
