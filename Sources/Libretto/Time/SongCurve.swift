import Primitives

/// A value between 0 and 1 over a song, such as how loud it is.
public struct SongCurve: Sendable {
  package let trace: SoundTrace
  package let column: Int
  /// The file that it is heard in.
  package let song: AssetPath?

  package init(_ trace: SoundTrace, column: Int = 0, of song: AssetPath? = nil) {
    self.trace = trace
    self.column = column
    self.song = song
  }

  /// So many values a second.
  package init(values: [Double], rate: Int, of song: AssetPath? = nil) {
    self.init(SoundTrace(rate: rate, width: 1, values: values.map(Float.init)), of: song)
  }

  /// The same without quick changes: each value is the mean of so much time around it.
  public func smoothed(over length: Time) -> SongCurve {
    let count = trace.rowCount
    let reach = Int(min(Double(count), max(0, length.seconds * Double(trace.rate) / 2)).rounded())
    guard reach > 0, count > 0 else { return self }
    var sums = [0.0]
    sums.reserveCapacity(count + 1)
    for row in 0..<count { sums.append(sums[row] + trace.value(column, row: row)) }
    let means = (0..<count).map { row in
      let (from, to) = (max(0, row - reach), min(count, row + reach + 1))
      return Float((sums[to] - sums[from]) / Double(to - from))
    }
    return SongCurve(SoundTrace(rate: trace.rate, width: 1, values: means), of: song)
  }
}

extension Animated {
  /// Goes along with the song: one value where the curve is 0, the other where it is 1.
  ///
  /// A delay makes it come later; what is drawn early looks as if it were late.
  public static func following(
    _ curve: SongCurve, from low: Value, to high: Value, delay: Time = .zero
  ) -> Animated {
    guard curve.trace.rowCount > 0 else { return Animated(low) }
    return Animated(
      .derived { resolver in
        guard var clock = resolver.songClock(of: curve.song) else { return nil }
        clock.start = clock.start - delay * clock.speed
        return .sampled(SampledTrace(curve.trace, column: curve.column, clock: clock), from: low, to: high)
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
