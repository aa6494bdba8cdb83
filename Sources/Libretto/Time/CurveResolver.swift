package import Primitives
package import Timeline

/// Turns what authors say about a value's way into a curve over their element's own clock.
package protocol CurveResolver {
  /// When a moment is by that clock; nil where that isn't known yet.
  func time(of moment: Moment) -> Time?
  func time(_ length: Length) -> Time
  /// After how long everything comes again; nil if the film is seen once.
  var round: Time? { get }
  /// Where a song, or the film's, is while the element's own clock runs; nil where that isn't known yet.
  func songClock(of song: AssetPath?) -> SongClock?
  /// Brings keys to where they are in the end: those that are at one time are a jump.
  func settle<Value: Animatable>(_ keys: inout [Curve<Value>.Key])
  func report(_ message: String, hint: String)
}

extension CurveResolver {
  /// Nil where there is none, which was reported.
  package func curve<Value: Animatable>(_ value: Animated<Value>) -> Curve<Value>? {
    switch value.source {
    case .constant(let value): return .constant(value)
    case .keyframes(let keys): return curve(through: keys)
    case .spring(let from, let to, let spring, let moment):
      return time(of: moment).map { .spring(from: from, to: to, spring, at: $0) }
    case .noise(let low, let high, let every, let noise):
      let every = time(every)
      guard let round, every > .zero else { return .noise(low, high, every: every, noise) }
      let count = max(1, Int((round / every).rounded()))
      return .noise(low, high, every: round, noise, count)
    case .computed(let computation): return .computed { computation.value(at: $0.seconds) }
    case .resolved(let curve): return curve
    case .repeated(let once, let begin, let every, let count, let isThereAndBack):
      guard let once = curve(once), let begin = time(of: begin) else { return nil }
      let period = time(every)
      guard period > .zero else {
        report("what repeats needs a length above zero", hint: ".repeating(every: .beats(1))")
        return nil
      }
      return .repeated(once, from: begin, every: period, count: count, thereAndBack: isThereAndBack)
    case .combined(let first, let second, let combine):
      guard let first = curve(first), let second = curve(second) else { return nil }
      return .combined(first, second, combine)
    case .derived(let derive): return derive(self)
    }
  }

  private func curve<Value: Animatable>(through keys: [Keyframe<Value>]) -> Curve<Value>? {
    guard !keys.isEmpty else {
      report("keyframes need at least one key", hint: ".at(0, 1)")
      return nil
    }
    let times = keys.compactMap { time(of: $0.moment) }
    guard times.count == keys.count else { return nil }
    var resolved = zip(keys, times).map { Curve.Key(time: $1, value: $0.value, easing: $0.easing) }
    if !keys.contains(where: \.moment.shift.isLost),
      let unordered = zip(resolved, resolved.dropFirst()).first(where: { $0.time > $1.time })
    {
      report(
        "keyframes go back in time, from \(unordered.0.time) to \(unordered.1.time) s",
        hint: "write them in order")
    }
    settle(&resolved)
    return .keyframes(resolved)
  }
}
