/// A value over an element's own time, with nothing left to resolve.
package indirect enum Curve<Value: Animatable>: Sendable {
  case constant(Value)
  /// At least one key, in order of time. Outside, the nearest key holds.
  case keyframes([Key])
  case spring(from: Value, to: Value, Spring, at: Time)
  /// Wanders between two values, passing a fresh one every so often; or so many of them in each such time, the same
  /// ones again and again.
  case noise(Value, Value, every: Time, Noise, _ round: Int? = nil)
  /// Goes along with a song: one value where the trace is 0, the other where it is 1.
  case sampled(SampledTrace, from: Value, to: Value)
  /// Whatever the author computes from local time.
  case computed(@Sendable (Time) -> Value)
  /// The first `every` of another from a time on, again and again, every second time backwards if it
  /// goes there and back; after so many times it stays.
  case repeated(Curve, from: Time, every: Time, count: Int?, thereAndBack: Bool)
  /// What is made of the values of two others.
  case combined(Curve, Curve, @Sendable (Value, Value) -> Value)

  package struct Key: Sendable {
    package var time: Time
    package var value: Value
    /// How the value travels from the key before.
    package var easing: Easing

    package init(time: Time, value: Value, easing: Easing) {
      self.time = time
      self.value = value
      self.easing = easing
    }
  }

  package func value(at time: Time) -> Value {
    switch self {
    case .constant(let value): return value
    case .keyframes(let keys): return Curve.value(of: keys, at: time)
    case .spring(let from, let to, let spring, let start):
      return Value.mix(from, to, spring.progress(after: (time - start).seconds))
    case .noise(let low, let high, let every, let noise, nil):
      return Value.mix(low, high, noise.wander(every.ticks > 0 ? time / every : 0))
    case .noise(let low, let high, let every, let noise, let count?):
      let turn = every.ticks > 0 ? time / every : 0
      return Value.mix(low, high, noise.wander((turn - turn.rounded(.down)) * Double(count), round: count))
    case .sampled(let trace, let low, let high): return Value.mix(low, high, trace.value(at: time))
    case .computed(let value): return value(time)
    case .repeated(let once, let begin, let every, let count, let isThereAndBack):
      guard time > begin, every > .zero else { return once.value(at: begin) }
      var (round, rest) = (time - begin).ticks.quotientAndRemainder(dividingBy: every.ticks)
      if let count, round >= Int64(count) { (round, rest) = (Int64(max(1, count)) - 1, every.ticks) }
      let isBackwards = isThereAndBack && !round.isMultiple(of: 2)
      return once.value(at: begin + Time(ticks: isBackwards ? every.ticks - rest : rest))
    case .combined(let first, let second, let combine):
      return combine(first.value(at: time), second.value(at: time))
    }
  }

  private static func value(of keys: [Key], at time: Time) -> Value {
    var (next, end) = (0, keys.count)
    while next < end {
      let middle = (next + end) / 2
      if keys[middle].time > time { end = middle } else { next = middle + 1 }
    }
    guard next < keys.count else { return keys[keys.count - 1].value }
    guard next > 0 else { return keys[0].value }
    let (from, to) = (keys[next - 1], keys[next])
    let progress = Double((time - from.time).ticks) / Double((to.time - from.time).ticks)
    return Value.mix(from.value, to.value, to.easing(progress))
  }

  /// The value it never leaves, if it is known to stay.
  package var fixed: Value? {
    switch self {
    case .constant(let value): return value
    case .combined(let first, let second, let combine):
      guard let first = first.fixed, let second = second.fixed else { return nil }
      return combine(first, second)
    case .keyframes, .spring, .noise, .sampled, .computed, .repeated: return nil
    }
  }
}
