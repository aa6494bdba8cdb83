/// A tempo that never changes: beats at `start + k × interval`, in seconds.
struct Grid: Equatable {
  var start: Double
  var interval: Double

  func time(_ index: Int) -> Double { start + Double(index) * interval }

  /// The grid that beats lie on, if there is one: nearly all within a few hundredths of a second of it.
  ///
  /// - Parameters:
  ///   - beats: in seconds.
  ///   - weights: how sure each is.
  static func fitting(_ beats: [Double], weights: [Double]) -> Grid? {
    guard beats.count >= 12 else { return nil }
    let steps = zip(beats.dropFirst(), beats).map { $0 - $1 }.sorted()
    let usual = steps[steps.count / 2]
    // Numbers along the train; where a beat is missing or one too many, the nearest whole step.
    var indices = [0.0]
    for (next, before) in zip(beats.dropFirst(), beats) {
      indices.append(indices[indices.count - 1] + max(1, ((next - before) / usual).rounded()))
    }
    var trust = weights
    var grid = Grid(start: beats[0], interval: usual)
    for _ in 0..<6 {
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
    guard total > 0, near / total > 0.9, close / total > 0.7 else { return nil }
    return grid
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
