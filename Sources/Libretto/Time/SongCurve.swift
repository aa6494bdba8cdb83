import Primitives

/// A value between 0 and 1 over a song, such as how loud it is.
public struct SongCurve: Sendable {
  package let trace: SoundTrace
  package let column: Int
  /// Whose it is.
  package let song: Song?

  package init(_ trace: SoundTrace, column: Int = 0, of song: Song? = nil) {
    self.trace = trace
    self.column = column
    self.song = song
  }

  /// So many values a second.
  package init(values: [Double], rate: Int, of song: Song? = nil) {
    self.init(SoundTrace(rate: rate, width: 1, values: values.map(Float.init)), of: song)
  }

  /// The same without quick changes: each value is the mean of so much time around it.
  public func smoothed(
    over length: some LengthForm, file: String = #filePath, line: Int = #line
  ) -> SongCurve {
    let site = Site(file: file, line: line)
    let length = song?.time(length.length, at: site) ?? SongTime(length.length.time)
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
  init(following curve: SongCurve, from low: Value, to high: Value, delay: Length) {
    guard curve.trace.rowCount > 0 else {
      self.init(low)
      return
    }
    self.init(
      .derived { resolver in
        guard var clock = resolver.songClock(of: curve.song?.assetPath) else { return nil }
        clock.start = clock.start - resolver.time(delay) * clock.speed
        return .sampled(SampledTrace(curve.trace, column: curve.column, clock: clock), from: low, to: high)
      })
  }

  init(flashingOn moments: SongMoments, from rest: Value, to peak: Value, decay: Length) {
    guard !moments.isEmpty else {
      self.init(rest)
      return
    }
    self.init(
      .derived { resolver in
        let starts = moments.map { resolver.time(of: $0) }
        let decay = resolver.time(decay)
        var keys: [Keyframe<Value>] = []
        for (index, moment) in moments.enumerated() {
          guard let start = starts[index] else { return nil }
          let next = index + 1 < starts.count ? starts[index + 1] : nil
          let fall = min(decay, next.map { $0 - start } ?? decay)
          keys.append(.at(moment, rest, .hold))
          keys.append(.at(moment, peak))
          keys.append(.at(moment + .time(fall), rest, .quadOut))
        }
        return resolver.curve(.keyframes(keys))
      })
  }

  /// Goes along with the song: one value where the curve is 0, the other where it is 1.
  ///
  /// A delay makes it come later; what is drawn early looks as if it were late.
  public static func following(
    _ curve: SongCurve, from low: Value, to high: Value, delay: some LengthForm = 0
  ) -> Animated {
    Animated(following: curve, from: low, to: high, delay: delay.length)
  }

  /// Jumps to a value at each moment and comes back from it within a length.
  public static func flashing(
    on moments: SongMoments, from rest: Value, to peak: Value, decay: some LengthForm = 0.25
  ) -> Animated {
    Animated(flashingOn: moments, from: rest, to: peak, decay: decay.length)
  }
}
