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

  /// The even grid for which most is gained, with an interval near one that is expected: the pulse train that correlates
  /// best, over all periods and phases.
  ///
  /// - Parameter gains: what a beat at each frame says for itself.
  static func best(for gains: [Double], near interval: Double) -> Grid? {
    let length = Double(gains.count)
    guard interval > 10, length > interval * 12, length < 120_000 else { return nil }
    var best: (grid: Grid, gain: Double)?
    // From one candidate to the next, the last beat moves by a frame and a half.
    let step = interval * 1.5 / length
    var candidate = interval * 0.985
    while candidate < interval * 1.015 {
      for phase in 0...Int(candidate) {
        var place = Double(phase) + 0.5
        var sum = 0.0
        while place < length {
          sum += gains[Int(place)]
          place += candidate
        }
        if sum > best?.gain ?? -.infinity { best = (Grid(start: Double(phase), interval: candidate), sum) }
      }
      candidate += step
    }
    return best?.grid
  }

  /// This grid, moved and stretched a little so that it lies best among beats near it; nil unless most are.
  ///
  /// Iteratively reweighted least squares, with Cauchy's weights, so that a few strays count little.
  ///
  /// - Parameters:
  ///   - beats: in the grid's units.
  ///   - weights: how sure each is.
  func fitted(to beats: [Double], weights: [Double], within window: Double) -> Grid? {
    var grid = self
    for _ in 0..<4 {
      var (values, places, trust): ([Double], [Double], [Double]) = ([], [], [])
      for (beat, weight) in zip(beats, weights) {
        let place = ((beat - grid.start) / grid.interval).rounded()
        let error = beat - grid.start - place * grid.interval
        guard abs(error) <= window else { continue }
        values.append(beat)
        places.append(place)
        trust.append(weight / (1 + error * error * 9 / (window * window)))
      }
      guard values.count * 2 > beats.count,
        let line = Grid.line(through: values, at: places, weights: trust)
      else {
        return nil
      }
      grid = line
    }
    return grid
  }

  /// Which share of beats lies near one of this grid's, by how sure each is.
  func share(of beats: [Double], weights: [Double], within window: Double) -> Double {
    var (near, all) = (0.0, 0.0)
    for (beat, weight) in zip(beats, weights) {
      let place = (beat - start) / interval
      all += weight
      if abs(place - place.rounded()) * interval < window { near += weight }
    }
    return all > 0 ? near / all : 0
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
    guard slope > 0 else { return nil }
    return Grid(start: (sumY - slope * sumX) / sum, interval: slope)
  }
}
