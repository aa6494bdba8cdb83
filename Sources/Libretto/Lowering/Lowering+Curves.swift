import Primitives
import Timeline

extension Lowering {
  /// An animation by the clip's own clock, which is zero at its first frame.
  ///
  /// Moments from the element's begin or end are taken as they are, so that a clip moved by part of a
  /// frame stays the same; moments of the song are measured from the first frame.
  func curve<Value: Animatable>(
    _ value: Animated<Value>, or fallback: Value, site: Site, firstFrame: FrameIndex, during turn: Turn
  ) -> Curve<Value> {
    let clock = ClipClock(lowering: self, site: site, firstFrame: firstFrame, turn: turn)
    return clock.curve(value) ?? .constant(fallback)
  }
}

/// The clock of one clip.
private struct ClipClock: CurveResolver {
  let lowering: Lowering
  let site: Site
  let firstFrame: FrameIndex
  let turn: Turn

  func curve<Value: Animatable>(_ value: Animated<Value>) -> Curve<Value>? {
    switch value.source {
    case .constant(let value): return .constant(value)
    case .spring(let from, let to, let spring, let moment):
      return .spring(from: from, to: to, spring, at: local(moment))
    case .noise(let low, let high, let every, let noise):
      return .noise(low, high, every: lowering.clock.time(every, at: site), noise)
    case .computed(let value): return .computed { value($0.seconds) }
    case .repeated(let once, let begin, let every, let count, let isThereAndBack):
      guard let once = curve(once) else { return nil }
      let period = lowering.clock.time(every, at: site)
      guard period > .zero else {
        lowering.authoring.log.report(
          .error("what repeats needs a length above zero", at: site, hints: ".repeating(every: .beats(1))"))
        return nil
      }
      return .repeated(once, from: local(begin), every: period, count: count, thereAndBack: isThereAndBack)
    case .combined(let first, let second, let combine):
      guard let first = curve(first), let second = curve(second) else { return nil }
      return .combined(first, second, combine)
    case .derived(let derive): return derive(self)
    case .keyframes(let keys): return curve(through: keys)
    }
  }

  var songClock: SongClock? { lowering.clock.songClock(from: firstFrame) }

  private func curve<Value: Animatable>(through keys: [Keyframe<Value>]) -> Curve<Value>? {
    let log = lowering.authoring.log
    guard !keys.isEmpty else {
      log.report(.error("keyframes need at least one key", at: site, hints: ".at(0, 1)"))
      return nil
    }
    var resolved = keys.map { Curve.Key(time: local($0.moment), value: $0.value, easing: $0.easing) }
    let unordered = zip(resolved, resolved.dropFirst()).first { $0.time > $1.time }
    if let unordered {
      log.report(
        .error(
          "keyframes go back in time, from \(unordered.0.time) to \(unordered.1.time) s", at: site,
          hints: "write them in order"))
    }
    settleJumps(in: &resolved)
    return .keyframes(resolved)
  }

  /// A jump is a cut: it falls on the frame boundary that is nearest, wherever between frames it was said.
  private func settleJumps<Value: Animatable>(in keys: inout [Curve<Value>.Key]) {
    let rate = lowering.canvas.rate
    for index in keys.indices.dropFirst() where keys[index].time == keys[index - 1].time {
      let settled = rate.start(of: rate.boundary(nearest: keys[index].time))
      (keys[index - 1].time, keys[index].time) = (settled, settled)
    }
    // What a jump has passed follows it at once.
    for index in keys.indices.dropFirst() { keys[index].time = max(keys[index].time, keys[index - 1].time) }
  }

  private func local(_ moment: Moment) -> Time {
    lowering.localTime(moment, site: site, firstFrame: firstFrame, during: turn)
  }
}
