/// Songs of which tempo or metre are told.
extension RhythmFinder {
  /// The beats as they are heard, unless that contradicts what is told; then those of the same song that agree with it.
  ///
  /// So no song is heard worse for a true word about it, and one that is counted at another level keeps its phase.
  func pulse() -> Pulse? {
    var untold = self
    untold.facts = .none
    let heard = untold.pulse(among: BeatTracker().paths(in: activations))
    if let heard, untold.agrees(playing(heard.beats), with: facts) { return heard }
    if let heard, let counted = recounted(heard) { return counted }
    guard let tempo = facts.tempo else { return heard }
    return pulse(among: BeatTracker(tempo: tempo).paths(in: activations)) ?? heard
  }

  /// A tempo this near to the one that is told is the same: further off, beats are counted otherwise.
  private static let sameTempo = 0.08

  private func isToldTempo(_ beats: [Double]) -> Bool {
    guard let tempo = facts.tempo else { return true }
    let heard = 60 / max(0.05, InterBeatIntervals.median(of: beats))
    return abs(heard / tempo - 1) < RhythmFinder.sameTempo
  }

  /// Whether beats are counted at the level that is told.
  private func agrees(_ beats: [Double], with facts: KnownFacts) -> Bool {
    var told = self
    told.facts = facts
    guard facts.tempo == nil else { return told.isToldTempo(beats) }
    guard let metre = facts.metre else { return true }
    guard bars(of: beats).beatsPerBar == metre.beatsPerBar else { return false }
    return !metre.isCompound || isCompound(beats)
  }

  /// Beats a song may be counted in instead of those that are heard: of how many of these each is made, and with which of
  /// them the first begins. In threes, a bar of three quarters has two of three eighths.
  private static let levels: [(step: Double, starts: [Double])] = [
    (1, [0]), (2, [0, 1]), (3, [0, 1, 2]), (1.5, [0, 0.5, 1]), (0.5, [0]), (1 / 3.0, [0]),
    (2 / 3.0, [0, 1 / 3.0]),
  ]

  /// The same pulse at the level for which the song speaks most, of those that agree with what is told; nil if none does.
  private func recounted(_ heard: Pulse) -> Pulse? {
    let gains = downbeatOdds(at: heard.beats).map(DownbeatTracker.gain)
    let usual = gains.reduce(0, +) / Double(max(1, gains.count))
    var best: (beats: [Double], score: Double)?
    for (step, starts) in RhythmFinder.levels {
      for start in starts {
        let beats = RhythmFinder.beats(of: heard.beats, each: step, from: start)
        let tempo = 60 / max(0.05, InterBeatIntervals.median(of: beats))
        guard beats.count > 2, facts.tempo != nil || 30...300 ~= tempo, isToldTempo(beats) else { continue }
        let score = support(of: beats, usual: usual)
        if score > best?.score ?? -.infinity { best = (beats, score) }
      }
    }
    return best.map { Pulse(beats: $0.beats, isSteady: heard.isSteady) }
  }

  /// What the network says of beats counts little where it was wrong about their level.
  private static let levelDoubt = 0.25

  /// How much the song speaks for beats of which something is told.
  ///
  /// - Parameter usual: what a beat that is heard would gain by beginning a bar; bars that gain no more say nothing, however
  ///   many they are.
  private func support(of beats: [Double], usual: Double) -> Double {
    let cost = facts.tempo == nil ? TempoPrior.cost(InterBeatIntervals.median(of: beats)) : 0
    let odds = beats.reduce(0) { sum, time in
      sum + max(-4, min(4, Activations.peak(of: activations.beat, at: time, within: 2)))
    }
    let bars = bars(of: beats)
    let gain = bars.score - usual * Double(bars.places.count { $0 == 0 })
    return RhythmFinder.barWeight * gain + subdivision(of: beats) + RhythmFinder.levelDoubt * odds
      - cost * Double(beats.count)
  }

  /// Each so many of some beats, between which they are evenly divided.
  private static func beats(of beats: [Double], each step: Double, from start: Double) -> [Double] {
    let last = Double(beats.count - 1)
    guard last >= start else { return [] }
    return (0...Int((last - start) / step + 1e-6)).map { index in
      let place = min(last, start + Double(index) * step)
      let before = min(beats.count - 2, Int(place + 1e-6))
      return beats[before] + (beats[before + 1] - beats[before]) * (place - Double(before))
    }
  }

  /// What each beat says for itself whose thirds are heard, and not its halves, where that is how beats are divided.
  private static let thirdWeight = 8.0

  /// How much subdivisions speak for beats, where it is told that they are made of three parts.
  private func subdivision(of beats: [Double]) -> Double {
    guard facts.metre?.isCompound == true else { return 0 }
    let (thirds, halves) = subdivisions(of: beats)
    return RhythmFinder.thirdWeight * (thirds - halves) * Double(beats.count)
  }

  /// The most common number of beats from one downbeat to the next.
  static func usualCount(between downbeats: [Int]) -> Int? {
    let counts = zip(downbeats.dropFirst(), downbeats).map { $0 - $1 }
    let tally = counts.sorted().reduce(into: [(count: Int, bars: Int)]()) { tally, count in
      if let last = tally.last, last.count == count {
        tally[tally.count - 1].bars += 1
      } else {
        tally.append((count, 1))
      }
    }
    return tally.max { ($0.bars, $1.count) < ($1.bars, $0.count) }?.count
  }
}
