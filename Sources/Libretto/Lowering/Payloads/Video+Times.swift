import Primitives
import Timeline

extension VideoPayload {
  /// What is known of its file; nil, and reported, if it can't be had.
  func facts(at site: Site) -> ClipFacts? {
    Authoring.current?.asking(at: site) { () throws(Problem) in
      try Authoring.current?.resources.clip(AssetPath(path, from: site), rate: rate)
    } ?? nil
  }

  /// What of the clip plays: inside it and not empty. A trim that makes no sense is reported elsewhere, and
  /// counts for nothing here.
  func part(of clip: ClipFacts) -> Range<Time> {
    let (start, end) = (max(.zero, trim?.start ?? .zero), min(trim?.end ?? clip.length, clip.length))
    return start < end ? start..<end : .zero..<clip.length
  }

  /// What comes after its end: as it was asked for, else as the file says.
  func loop(of clip: ClipFacts) -> TimeWarp.Loop { warp.loop?.loop ?? .again(times: clip.playCount) }

  /// How long it plays; nil if it goes on as long as it is given.
  func length(at site: Site, clock: FilmClock) -> Time? {
    guard let clip = facts(at: site) else { return nil }
    if let seconds = warp.seconds { return warp.isFrozen ? nil : clock.end(of: seconds, at: site) }
    let part = part(of: clip)
    return warp.length(of: part.upperBound - part.lowerBound, loop(of: clip), at: site, by: clock)
  }
}

extension FilmClock {
  /// The last key of an animation by an element's own clock; nil if there is none, or if it hangs on the
  /// song or on the element's end.
  fileprivate func end(of value: Animated<Double>, at site: Site) -> Time? {
    guard case .keyframes(let keys) = value.source, let last = keys.last, last.moment.origin == .start
    else { return nil }
    return time(last.moment.shift, at: site)
  }
}
