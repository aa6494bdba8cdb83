/// A value between 0 and 1 over a song, such as how loud it is.
public struct SongCurve: Sendable {
  package let values: [Double]
  /// How many values a second has.
  package let rate: Int

  /// The same without quick changes: each value is the mean of so much time around it.
  public func smoothed(over length: Time) -> SongCurve {
    let reach = Int((length.seconds * Double(rate) / 2).rounded())
    guard reach > 0, !values.isEmpty else { return self }
    var sums = [0.0]
    for value in values { sums.append(sums[sums.count - 1] + value) }
    let means = values.indices.map { index in
      let (from, to) = (max(0, index - reach), min(values.count, index + reach + 1))
      return (sums[to] - sums[from]) / Double(to - from)
    }
    return SongCurve(values: means, rate: rate)
  }
}

extension Animated {
  /// Goes along with the song: one value where the curve is 0, the other where it is 1.
  ///
  /// A delay makes it come later; what is drawn early looks as if it were late.
  public static func following(
    _ curve: SongCurve, from low: Value, to high: Value, delay: Time = .zero
  ) -> Animated {
    guard !curve.values.isEmpty else { return Animated(low) }
    return .keyframes(
      curve.values.enumerated().map { index, value in
        let time = Time(seconds: (Double(index) + 0.5) / Double(curve.rate)) + delay
        return .at(Moment(origin: .song(time)), Value.mix(low, high, value))
      })
  }

  /// Jumps to a value at each moment and comes back from it within a length.
  public static func flashing(
    on moments: SongMoments, from rest: Value, to peak: Value, decay: Time = 0.25
  ) -> Animated {
    let times = moments.times
    guard !times.isEmpty else { return Animated(rest) }
    var keys: [Keyframe<Value>] = []
    for (index, time) in times.enumerated() {
      let end = index + 1 < times.count ? min(time + decay, times[index + 1]) : time + decay
      keys.append(.at(Moment(origin: .song(time)), rest, .hold))
      keys.append(.at(Moment(origin: .song(time)), peak))
      keys.append(.at(Moment(origin: .song(end)), rest, .quadOut))
    }
    return .keyframes(keys)
  }
}

extension Animated<Double> {
  /// A little more than 1 at each moment: `.scale(.pulsing(on: song.beats, by: 0.06))`.
  public static func pulsing(on moments: SongMoments, by amount: Double = 0.06, decay: Time = 0.25)
    -> Animated
  {
    .flashing(on: moments, from: 1, to: 1 + amount, decay: decay)
  }

  /// Goes along with the song within a range.
  public static func following(
    _ curve: SongCurve, _ range: ClosedRange<Double>, delay: Time = .zero
  ) -> Animated {
    .following(curve, from: range.lowerBound, to: range.upperBound, delay: delay)
  }
}

extension Animated<Measure> {
  /// Goes along with the song within a range of pixels.
  public static func following(
    _ curve: SongCurve, _ range: ClosedRange<Double>, delay: Time = .zero
  ) -> Animated {
    .following(curve, from: .pixels(range.lowerBound), to: .pixels(range.upperBound), delay: delay)
  }
}
