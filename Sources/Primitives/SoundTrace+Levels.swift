extension SoundTrace {
  /// The same rising and falling to a third of the way within times, worked out once from the begin to the end.
  package func following(rise: Time, fall: Time) -> SoundTrace {
    func share(_ length: Time) -> Float {
      let rows = max(0, min(3600, length.seconds)) * Double(rate)
      return rows > 0 ? Float(1 - ExactMath.exp(-1 / rows)) : 1
    }
    let (up, down) = (share(rise), share(fall))
    guard up < 1 || down < 1 else { return self }
    var values = values
    for index in values.indices.dropFirst(width) {
      let last = values[index - width]
      let step = values[index] - last
      values[index] = last + step * (step > 0 ? up : min(up, down))
    }
    return SoundTrace(rate: rate, width: width, values: values)
  }

  /// Each column brought to the whole range from 0 to 1, as far as a share of 1 says: from where it is at rest to where
  /// it is nearly loudest over the song. What is soft is softer then, so that what is loud stands out; and all of it
  /// breathes a little with how loud the whole is.
  ///
  /// A column in which next to nothing happens isn't blown up.
  package func levelled(_ share: Double) -> SoundTrace {
    guard share > 0, rowCount > 0 else { return self }
    let ranges = (0..<width).map(range)
    let share = Float(share)
    var values = values
    for row in 0..<rowCount {
      var sum: Float = 0
      for column in 0..<width {
        let index = row * width + column
        let level = max(0, min(1, (values[index] - ranges[column].rest) / ranges[column].span))
        // Between straight and squared.
        let punched = level * (0.35 + 0.65 * level)
        values[index] += (punched - values[index]) * share
        sum += punched
      }
      let breath = 0.12 * sum / Float(width) * share
      for index in row * width..<(row + 1) * width { values[index] = breath + (1 - breath) * values[index] }
    }
    return SoundTrace(rate: rate, width: width, values: values)
  }

  /// Where a column is for a quarter of the song at most, and how far above that all but a fiftieth of it reaches; of
  /// what is heard at all.
  private func range(_ column: Int) -> (rest: Float, span: Float) {
    let steps = 512
    var counts = [Int](repeating: 0, count: steps + 1)
    var total = 0
    for row in 0..<rowCount {
      let value = max(0, min(1, values[row * width + column]))
      guard value > 0.01 else { continue }
      counts[Int(value * Float(steps))] += 1
      total += 1
    }
    guard total > 0 else { return (0, 1) }
    func level(below share: Double) -> Float {
      var left = Int(share * Double(total))
      for (step, count) in counts.enumerated() {
        left -= count
        if left < 0 { return Float(step) / Float(steps) }
      }
      return 1
    }
    let rest = level(below: 0.25)
    return (rest, max(0.12, level(below: 0.98) - rest))
  }
}
