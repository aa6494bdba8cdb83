import Primitives

/// Picks the peaks of the odds of onsets: the moments at which something begins to sound.
enum OnsetPicker {
  struct Onset: Hashable {
    var frame: Int
    /// From 0 to 1.
    var strength: Double
  }

  /// The network, which learnt to miss few onsets, is a little too sure of them.
  private static let caution = 0.5
  /// What is less likely isn't worth a thought.
  private static let least = 0.08
  /// Onsets lie at least so many frames apart.
  private static let gap = 3

  /// The most likely ones, as many as agree best with what is to be expected: where little is sure, less
  /// likely ones are taken too, since more would be missed than are wrong.
  ///
  /// The threshold is that of the highest expected F measure: David D. Lewis, "Evaluating and Optimizing Autonomous Text
  /// Classification Systems" (1995).
  static func onsets(in odds: [Int16]) -> [Onset] {
    let peaks = peaks(of: odds)
    let expected = peaks.reduce(0) { $0 + $1.strength }
    var (hits, best) = (0.0, (share: 0.0, strength: 1.0))
    for (count, peak) in peaks.sorted(by: { ($0.strength, $1.frame) > ($1.strength, $0.frame) })
      .enumerated()
    {
      hits += peak.strength
      let share = 2 * hits / (Double(count + 1) + expected)
      if share > best.share { best = (share, peak.strength) }
    }
    return peaks.filter { $0.strength >= best.strength }.reduce(into: []) { onsets, onset in
      if onset.frame - (onsets.last?.frame ?? -gap) >= gap { onsets.append(onset) }
    }
  }

  /// From 0 to 1: the share of what could be an onset that could as well be none.
  static func doubt(in odds: [Int16]) -> Double {
    let strengths = peaks(of: odds).map(\.strength)
    let expected = strengths.reduce(0, +)
    return expected > 0 ? strengths.reduce(0) { $0 + $1 * (1 - $1) } / expected : 0
  }

  /// From 0 to 1.
  static func likelihood(of odds: Int16) -> Double {
    Activations.probability(Double(odds) / Activations.unit - caution)
  }

  private static func peaks(of values: [Int16]) -> [Onset] {
    let floor = Int16(((ExactMath.log(least / (1 - least)) + caution) * Activations.unit).rounded())
    return values.indices.compactMap { frame in
      let value = values[frame]
      guard value > floor else { return nil }
      for near in max(0, frame - 2)..<min(values.count, frame + 3) where near != frame {
        if values[near] > value || near > frame && values[near] == value { return nil }
      }
      return Onset(frame: frame, strength: likelihood(of: value))
    }
  }
}
