/// How far beats can be believed: by what the network makes of them, and of all the rest.
struct BeatConfidence {
  let odds: Activations
  /// Where something is heard, in frames.
  let sounding: Range<Int>

  /// From 0 to 1, of beats and of the downbeats among them.
  func inBeats(_ beats: [Double], downbeats: [Double]) -> (beats: Double, downbeats: Double) {
    let share = covered(by: beats)
    let (sure, down) = (mean(odds.beat, at: beats), mean(odds.downbeat, at: downbeats))
    return (sure * share, down * sure * share)
  }

  /// How likely moments are, on the whole.
  private func mean(_ odds: [Int16], at times: [Double]) -> Double {
    let sum = times.reduce(0) {
      $0 + Activations.probability(Activations.peak(of: odds, at: $1, within: 3))
    }
    return sum / Double(max(1, times.count))
  }

  /// Where beats can be believed, at least so much of all that speaks for beats lies near them.
  private static let usualShare = 0.6

  /// From 0 to 1: whether what speaks for beats lies at these, or anywhere, as where nothing repeats.
  private func covered(by beats: [Double]) -> Double {
    let (reach, unit) = (5, Activations.unit)
    let likely = odds.beat.map { Activations.probability(Double($0) / unit) }
    let all = likely[sounding.clamped(to: likely.indices)].reduce(0, +)
    var (near, next) = (0.0, sounding.lowerBound)
    for beat in beats {
      let middle = Activations.frame(at: beat, of: likely.count)
      let (from, to) = (
        max(next, middle - reach), min(likely.count, middle + reach + 1, sounding.upperBound)
      )
      guard from < to else { continue }
      near += likely[from..<to].reduce(0, +)
      next = to
    }
    return min(1, near / max(1e-9, all) / BeatConfidence.usualShare)
  }
}
