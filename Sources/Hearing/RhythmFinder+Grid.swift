/// Songs of one tempo.
extension RhythmFinder {
  /// All beats of a grid that are heard.
  func beats(on grid: Grid) -> [Double] {
    let (from, to) = (
      Spectrogram.seconds(sounding.lowerBound) - 0.1, Spectrogram.seconds(sounding.upperBound)
    )
    return grid.times(from: max(0, from), to: to)
  }

  /// The grid on which the song was played, if it was: one that beats that may move as they like keep to anyway, or
  /// nearly. They may take the middle between two beats for a beat here and there.
  func grid(of frames: [Int], _ times: [Double]) -> Grid? {
    let reach = 4.5
    let gains = sounding.map { frame in
      max(-reach, min(reach, Activations.peak(of: activations.beat, near: frame, within: 1)))
    }
    let rate = Double(Spectrogram.rate)
    guard let found = Grid.best(for: gains, near: InterBeatIntervals.median(of: times) * rate) else {
      return nil
    }
    let halves = Grid(
      start: Spectrogram.seconds(sounding.lowerBound) + found.start / rate,
      interval: found.interval / rate / 2)
    let weights = frames.map { Activations.probability(Double(heard.beat[$0]) / Activations.unit) }
    guard let fitted = halves.fitted(to: times, weights: weights, within: 0.035) else { return nil }
    // Players who keep time well still stray; their beats are better than any grid.
    guard fitted.share(of: times, weights: weights, within: 0.02) > 0.8 else { return nil }
    return Grid(start: fitted.start, interval: 2 * fitted.interval)
  }

  /// Which of a grid and its relatives the song speaks for as a whole.
  func best(of grid: Grid) -> Grid {
    func score(_ grid: Grid) -> Double {
      let times = beats(on: grid)
      let cost = facts.tempo == nil ? TempoPrior.cost(grid.interval) : 0
      return RhythmFinder.barWeight * bars(of: times).contrast
        + times.reduce(0) { sum, time in
          let odds = Activations.peak(of: activations.beat, at: time, within: 2)
          return sum + max(-4, min(4, odds)) - cost
        }
    }
    let candidates =
      facts.tempo == nil ? grid.relatives : grid.relatives.filter { $0.interval == grid.interval }
    var best = (grid, score(grid) + 1)
    for candidate in candidates where 60 / candidate.interval < 300 && 60 / candidate.interval > 30 {
      let score = score(candidate)
      if score > best.1 { best = (candidate, score) }
    }
    return best.0
  }
}
