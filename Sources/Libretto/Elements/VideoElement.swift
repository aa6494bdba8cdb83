package import Primitives
package import Timeline

/// A clip with what was asked of its playing.
package struct VideoElement: Sendable {
  package var path: String
  package var trim: Trim?
  package var speed: Animated<Double>
  package var isReversed: Bool
  package var loop: VideoLoop?
  /// Which second of the clip is seen when; nil if it plays by its speed.
  package var seconds: Animated<Double>?
  /// Whether one second is seen all the time.
  package var isFrozen: Bool
  package var rate: FrameRate?
  package var fit = Fit.cover
  package var move = KenBurnsMove.still
  package var conform = FrameConform.nearest
  /// Nil for a clip that isn't heard.
  package var sound: Sound?

  package struct Sound: Hashable, Sendable {
    package var volume: Double
    package var fadeIn: Length
    package var fadeOut: Length
  }

  package init(
    path: String, trim: Trim?, speed: Animated<Double>, isReversed: Bool, loop: VideoLoop?,
    seconds: Animated<Double>?, isFrozen: Bool, rate: FrameRate?
  ) {
    self.path = path
    self.trim = trim
    self.speed = speed
    self.isReversed = isReversed
    self.loop = loop
    self.seconds = seconds
    self.isFrozen = isFrozen
    self.rate = rate
  }
}

extension VideoElement {
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
  func loop(of clip: ClipFacts) -> ClipPlayback.Loop { loop?.loop ?? .again(times: clip.playCount) }

  /// The speed, if it never changes.
  var steadySpeed: Double? { if case .constant(let speed) = speed.source { speed } else { nil } }

  /// How long it plays; nil if it goes on as long as it is given.
  func length(at site: Site, clock: FilmClock) -> Time? {
    guard !isFrozen, let clip = facts(at: site) else { return nil }
    if let seconds { return clock.end(of: seconds, at: site) }
    guard let passes = loop(of: clip).passes else { return nil }
    let part = part(of: clip)
    let total = (part.upperBound - part.lowerBound) * Double(max(1, passes))
    if let steadySpeed {
      return steadySpeed > 0 && steadySpeed <= ClipCourse.fastest ? total / steadySpeed : nil
    }
    return clock.curve(speed, at: site).flatMap { ClipCourse.time(toPlay: total, at: $0) }
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

  /// An animation by an element's own clock; nil if it hangs on the song or on the element's end.
  fileprivate func curve(_ value: Animated<Double>, at site: Site) -> Curve<Double>? {
    OwnClock(clock: self, site: site).curve(value)
  }
}

/// The clock of an element whose place in the film isn't known yet.
private struct OwnClock: CurveResolver {
  let clock: FilmClock
  let site: Site
  var songClock: SongClock? { nil }

  func curve<Value: Animatable>(_ value: Animated<Value>) -> Curve<Value>? {
    switch value.source {
    case .constant(let number): return .constant(number)
    case .keyframes(let keys):
      let times = keys.compactMap { time(of: $0.moment) }
      guard !keys.isEmpty, times.count == keys.count else { return nil }
      return .keyframes(
        zip(keys, times).map { Curve.Key(time: $1, value: $0.value, easing: $0.easing) })
    case .spring(let from, let to, let spring, let moment):
      return time(of: moment).map { .spring(from: from, to: to, spring, at: $0) }
    case .noise(let low, let high, let every, let noise):
      return .noise(low, high, every: clock.time(every, at: site), noise)
    case .computed(let value): return .computed { value($0.seconds) }
    case .repeated(let once, let begin, let every, let count, let isThereAndBack):
      guard let once = curve(once), let begin = time(of: begin) else { return nil }
      return .repeated(
        once, from: begin, every: clock.time(every, at: site), count: count, thereAndBack: isThereAndBack)
    case .combined(let first, let second, let combine):
      guard let first = curve(first), let second = curve(second) else { return nil }
      return .combined(first, second, combine)
    case .derived(let derive): return derive(self)
    }
  }

  private func time(of moment: Moment) -> Time? {
    moment.origin == .start ? clock.time(moment.shift, at: site) : nil
  }
}
