/// A tempo that never changes: beats at `start + k × interval`, in seconds.
struct Grid: Equatable {
  var start: Double
  var interval: Double

  func time(_ index: Int) -> Double { start + Double(index) * interval }

  /// All beats between two times.
  func times(from: Double, to: Double) -> [Double] {
    let first = Int(((from - start) / interval).rounded(.up))
    let last = Int(((to - start) / interval).rounded(.down))
    guard first <= last else { return [] }
    return (first...last).map(time)
  }

  /// The grid that beats lie on, if there is one: nearly all within a few hundredths of a second of one of
  /// its beats, or of the middle between two, where trackers like to stray.
  ///
  /// - Parameters:
  ///   - beats: in seconds.
  ///   - weights: how sure each is.
  static func fitting(_ beats: [Double], weights: [Double]) -> Grid? {
    guard beats.count >= 12 else { return nil }
    let steps = zip(beats.dropFirst(), beats).map { $0 - $1 }.sorted()
    let usual = steps[steps.count / 2]
    // Numbers along the train, in halves; each step is rounded for itself, so that errors don't add up.
    var indices = [0.0]
    for (next, before) in zip(beats.dropFirst(), beats) {
      indices.append(indices[indices.count - 1] + max(0.5, (2 * (next - before) / usual).rounded() / 2))
    }
    var trust = weights
    var grid = Grid(start: beats[0], interval: usual)
    for _ in 0..<8 {
      guard let fitted = line(through: beats, at: indices, weights: trust) else { return nil }
      grid = fitted
      for (index, beat) in beats.enumerated() {
        let error = beat - (grid.start + indices[index] * grid.interval)
        trust[index] = weights[index] / (1 + error * error / (0.02 * 0.02))
      }
    }
    let total = weights.reduce(0, +)
    var (near, close) = (0.0, 0.0)
    for (index, beat) in beats.enumerated() {
      let error = abs(beat - (grid.start + indices[index] * grid.interval))
      if error < 0.035 { near += weights[index] }
      if error < 0.018 { close += weights[index] }
    }
    guard total > 0, near / total > 0.88, close / total > 0.65 else { return nil }
    return grid
  }

  /// This grid and those it may have been mistaken for: other beats of it, twice and half as fast, and in
  /// threes for twos.
  var relatives: [Grid] {
    var found: [Grid] = []
    for (factor, places) in [(1.0, 2), (0.5, 1), (2, 4), (1.5, 3)] {
      for place in 0..<places {
        found.append(Grid(start: start + Double(place) * interval / 2, interval: interval * factor))
      }
    }
    for place in 0..<2 {
      found.append(Grid(start: start + Double(place) * interval / 3, interval: interval * 2 / 3))
    }
    return found
  }

  /// Least squares.
  private static func line(through values: [Double], at places: [Double], weights: [Double]) -> Grid? {
    var (sum, sumX, sumY, sumXX, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for index in values.indices {
      let (x, y, w) = (places[index], values[index], weights[index])
      sum += w
      sumX += w * x
      sumY += w * y
      sumXX += w * x * x
      sumXY += w * x * y
    }
    let determinant = sum * sumXX - sumX * sumX
    guard determinant > 1e-9 else { return nil }
    let slope = (sum * sumXY - sumX * sumY) / determinant
    guard slope > 0.1 else { return nil }
    return Grid(start: (sumY - slope * sumX) / sum, interval: slope)
  }
}
