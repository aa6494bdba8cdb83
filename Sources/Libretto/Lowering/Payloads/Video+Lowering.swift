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
    var warp = TimeWarp(self.warp.pace(on: stage, by: lowering), part: part(of: facts))
    warp.isReversed = self.warp.isReversed
    warp.loop = self.warp.seconds == nil ? loop(of: facts) : .once
    var playback = ClipPlayback(warp)
    playback.conform = conform
    let asset = VideoAsset(path: AssetPath(path, from: stage.site), facts: facts)
    let subject = AutoMove.Subject(size: facts.size, focus: .middle, digest: facts.digest)
    return .video(asset, fit: fit, move: move.resolved(for: subject, on: stage), playing: playback)
  }
}
