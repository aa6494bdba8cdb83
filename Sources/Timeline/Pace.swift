package import Primitives

/// How much of something has played, by the clock outside of it.
package enum Pace: Sendable {
  /// So many times as fast as it is, always.
  case steady(Double)
  /// What has played at times that lie evenly, from zero on; later it goes on as it did at the end.
  case ramp(step: Time, played: [Time])
  /// Which second of it is seen when.
  case seconds(Curve<Double>)

  /// The fastest that anything plays.
  package static let fastest = 1000.0

  package func played(at time: Time) -> Time {
    switch self {
    case .steady(let speed): return time * speed
    case .seconds(let curve): return Time(seconds: curve.value(at: time))
    case .ramp(let step, let played):
      let steps = max(0, time.ticks) / step.ticks
      let index = min(Int(steps), played.count - 2)
      let rest = Int128(max(0, time.ticks) - Int64(index) * step.ticks)
      let way = Int128((played[index + 1] - played[index]).ticks)
      return played[index] + Time(ticks: Int64(clamping: way * rest / Int128(step.ticks)))
    }
  }

  /// Where a speed that changes leads within a length; steps are so fine that no frame can tell.
  package static func ramp(_ speed: Curve<Double>, during length: Time) -> Pace {
    let step = step(for: length)
    let count = Int(min(200_000, max(0, length.ticks) / step.ticks)) + 2
    var played: [Time] = [.zero]
    for index in 0..<count { played.append(played[index] + way(speed, step, index)) }
    return .ramp(step: step, played: played)
  }

  /// When so much has played at a speed that changes; nil if that isn't within an hour.
  package static func time(toPlay wanted: Time, at speed: Curve<Double>) -> Time? {
    var (played, index) = (Time.zero, 0)
    let step = finest
    while played < wanted {
      let next = played + way(speed, step, index)
      guard next < wanted else {
        let rest = Double((wanted - played).ticks) / Double((next - played).ticks)
        return Time(ticks: Int64(index) * step.ticks) + step * rest
      }
      if next == played, speed.hasSettled(by: step * Double(index)) { return nil }
      played = next
      index += 1
      if index > 3600 * 240 { return nil }
    }
    return .zero
  }

  private static let finest = Time(ticks: Time.ticksPerSecond / 240)

  private static func step(for length: Time) -> Time { max(finest, Time(ticks: length.ticks / 100_000)) }

  /// What plays during one step, by the speed in its middle.
  private static func way(_ speed: Curve<Double>, _ step: Time, _ index: Int) -> Time {
    let middle = Time(ticks: Int64(index) * step.ticks + step.ticks / 2)
    let value = speed.value(at: middle)
    return step * (value > 0 ? min(fastest, value) : 0)
  }
}

extension Curve {
  /// Whether it is known never to change from a time on.
  fileprivate func hasSettled(by time: Time) -> Bool {
    switch self {
    case .constant: true
    case .keyframes(let keys): keys.last.map { $0.time <= time } ?? true
    case .spring, .noise, .sampled, .computed, .repeated, .combined: false
    }
  }
}

extension Pace {
  /// Nil for what plays as it is.
  func words(_ detail: DumpDetail) -> String? {
    switch self {
    case .steady(let speed): speed == 1 ? nil : "speed \(speed.brief)"
    case .ramp(let step, let played):
      "changing speed" + (detail == .whole ? " \(Fingerprint(ofTimes: [step] + played).short)" : "")
    case .seconds(.constant(let second)): "frozen at \(second.brief)"
    case .seconds(let curve): "timed" + (detail == .whole ? " \(curve.words(detail))" : "")
    }
  }
}
