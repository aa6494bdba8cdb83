import Primitives

/// Makes out the rhythm of a song.
struct RhythmFinder {
  let activations: Activations
  let facts: KnownFacts
  /// Where something is heard, in frames.
  let sounding: Range<Int>
  /// The frames at which something begins.
  let onsets: [Int]

  func rhythm() -> Rhythm {
    if let beats = facts.beats { return told(beats) }
    guard sounding.count > Impression.rate else { return .none }
    let trains = BeatTracker(tempo: facts.tempo).trains(in: activations)
    let frames = best(of: trains).filter(sounding.contains)
    guard frames.count > 2 else { return .none }
    var times = frames.map(refined)
    let grid = grid(of: frames, times).map(best(of:))
    if let grid { times = beats(on: grid) }
    if let first = facts.firstDownbeat { times = shifted(times, toMeet: first) }
    times = playing(times)
    return rhythm(with: times, isSteady: grid != nil)
  }

  /// The rhythm of beats that somebody else is sure of.
  private func told(_ beats: [Double]) -> Rhythm {
    var rhythm = rhythm(with: beats, isSteady: false)
    rhythm.beatConfidence = beats.count > 1 ? 1 : 0
    guard let told = facts.downbeats, !told.isEmpty else { return rhythm }
    let near = told.compactMap { time in beats.indices.min { abs(beats[$0] - time) < abs(beats[$1] - time) }
    }
    rhythm.downbeats = near.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    rhythm.downbeatConfidence = 1
    return rhythm
  }

  private func rhythm(with beats: [Double], isSteady: Bool) -> Rhythm {
    guard beats.count > 1 else { return .none }
    let bars = bars(of: beats)
    var places = bars.places
    if let first = facts.firstDownbeat,
      let anchor = beats.indices.min(by: { abs(beats[$0] - first) < abs(beats[$1] - first) })
    {
      let count = bars.beatsPerBar
      places = beats.indices.map { (($0 - anchor) % count + count) % count }
    }
    let downbeats = places.indices.filter { places[$0] == 0 }
    let step = isSteady ? mean(Pace.steps(of: beats)) : Pace.usualStep(of: beats)
    let tempo = facts.tempo ?? 60 / max(0.05, step)
    let sure = beats.map {
      Activations.probability(Activations.peak(of: activations.beat, near: frame(at: $0), within: 3))
    }
    let down = downbeats.map {
      Activations.probability(
        Activations.peak(of: activations.downbeat, near: frame(at: beats[$0]), within: 3))
    }
    let share = covered(by: beats)
    return Rhythm(
      beats: beats, downbeats: downbeats,
      metre: facts.metre ?? Metre(beatsPerBar: bars.beatsPerBar, isCompound: isCompound(beats)),
      tempo: tempo, tempoChanges: isSteady ? [] : TempoCurve.changes(in: beats), isSteady: isSteady,
      beatConfidence: mean(sure) * share, downbeatConfidence: mean(down) * mean(sure) * share)
  }

  /// Where beats can be believed, at least so much of all that speaks for beats lies near them.
  private static let usualShare = 0.6

  /// From 0 to 1: whether what speaks for beats lies at these, or anywhere, as where nothing repeats.
  private func covered(by beats: [Double]) -> Double {
    let (reach, unit) = (5, Activations.unit)
    let likely = activations.beat.map { Activations.probability(Double($0) / unit) }
    let all = likely[sounding.clamped(to: likely.indices)].reduce(0, +)
    var (near, next) = (0.0, sounding.lowerBound)
    for beat in beats {
      let middle = frame(at: beat)
      let (from, to) = (
        max(next, middle - reach), min(likely.count, middle + reach + 1, sounding.upperBound)
      )
      guard from < to else { continue }
      near += likely[from..<to].reduce(0, +)
      next = to
    }
    return min(1, near / max(1e-9, all) / RhythmFinder.usualShare)
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

  private func frame(at time: Double) -> Int {
    max(0, min(activations.count - 1, Int((time * Double(Impression.rate)).rounded())))
  }

  /// The time of a beat between frames: where a parabola through its neighbours has its top.
  private func refined(_ frame: Int) -> Double {
    let values = activations.beat
    guard frame > 0, frame + 1 < values.count else { return Impression.seconds(frame) }
    let (left, middle, right) = (
      Double(values[frame - 1]), Double(values[frame]), Double(values[frame + 1])
    )
    let bend = left - 2 * middle + right
    let offset = bend < -1 ? max(-0.5, min(0.5, 0.5 * (left - right) / bend)) : 0
    return (Double(frame) + offset) / Double(Impression.rate)
  }

  /// All beats of a grid that are heard.
  private func beats(on grid: Grid) -> [Double] {
    let (from, to) = (
      Impression.seconds(sounding.lowerBound) - 0.1, Impression.seconds(sounding.upperBound)
    )
    return grid.times(from: max(0, from), to: to)
  }

  /// The grid on which the song was played, if it was: one that beats that may move as they like keep to anyway, or
  /// nearly. They may take the middle between two beats for a beat here and there.
  private func grid(of frames: [Int], _ times: [Double]) -> Grid? {
    let reach = 4.5
    let gains = sounding.map { frame in
      max(-reach, min(reach, Activations.peak(of: activations.beat, near: frame, within: 1)))
    }
    let rate = Double(Impression.rate)
    guard let found = Grid.best(for: gains, near: Pace.usualStep(of: times) * rate) else { return nil }
    let halves = Grid(
      start: Impression.seconds(sounding.lowerBound) + found.start / rate,
      interval: found.interval / rate / 2)
    let weights = frames.map { Activations.probability(Double(activations.beat[$0]) / Activations.unit) }
    guard let fitted = halves.fitted(to: times, weights: weights, within: 0.035) else { return nil }
    // Players who keep time well still stray; their beats are better than any grid.
    guard fitted.share(of: times, weights: weights, within: 0.02) > 0.8 else { return nil }
    return Grid(start: fitted.start, interval: 2 * fitted.interval)
  }

  /// How much more a bar's beginning counts than a beat's.
  private static let barWeight = 3.0

  /// Whether a train of beats is counted twice too fast or too slow shows in the bars it can be divided into.
  private func best(of trains: [BeatTracker.Train]) -> [Int] {
    var best: (frames: [Int], score: Double) = ([], -.infinity)
    for train in trains {
      let score =
        Double(train.score) + RhythmFinder.barWeight * bars(of: train.beats.map(Impression.seconds)).score
      if score > best.score { best = (train.beats, score) }
    }
    return best.frames
  }

  private func bars(of beats: [Double]) -> BarFinder.Bars {
    let odds = beats.map { Activations.peak(of: activations.downbeat, near: frame(at: $0), within: 3) }
    return BarFinder(beatsPerBar: facts.metre?.beatsPerBar, isCompound: isCompound(beats)).bars(of: odds)
  }

  /// Which of a grid and its relatives the song speaks for as a whole.
  private func best(of grid: Grid) -> Grid {
    func score(_ grid: Grid) -> Double {
      let times = beats(on: grid)
      let cost = facts.tempo == nil ? Pace.cost(grid.interval) : 0
      return RhythmFinder.barWeight * bars(of: times).contrast
        + times.reduce(0) { sum, time in
          let odds = Activations.peak(of: activations.beat, near: frame(at: time), within: 2)
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

  /// Beats up to one after the last onset: what dies away has none.
  private func playing(_ beats: [Double]) -> [Double] {
    guard let last = onsets.last, beats.count > 2 else { return beats }
    let step = beats[beats.count - 1] - beats[beats.count - 2]
    let heard = beats.filter { $0 <= Impression.seconds(last) + 1.15 * step }
    return heard.count > 2 ? heard : beats
  }

  /// The same beats, moved a little so that one of them is the first downbeat that is known.
  private func shifted(_ beats: [Double], toMeet first: Double) -> [Double] {
    guard let nearest = beats.min(by: { abs($0 - first) < abs($1 - first) }) else { return beats }
    let half = Pace.usualStep(of: beats) / 2
    let move = first - nearest
    return abs(move) <= half ? beats.map { $0 + move }.filter { $0 >= 0 } : beats
  }

  /// Whether more begins at the thirds of beats than at their halves and quarters.
  private func isCompound(_ beats: [Double]) -> Bool {
    func strength(_ place: Double) -> Double {
      var sum = 0.0
      for (beat, next) in zip(beats, beats.dropFirst()) {
        let at = frame(at: beat + (next - beat) * place)
        sum += Activations.probability(Activations.peak(of: activations.onset, near: at, within: 1))
      }
      return sum / Double(max(1, beats.count - 1))
    }
    let thirds = min(strength(1 / 3), strength(2 / 3))
    let halves = max(strength(0.5), min(strength(0.25), strength(0.75)))
    return thirds > halves * 1.4 && thirds > 0.2
  }
}
