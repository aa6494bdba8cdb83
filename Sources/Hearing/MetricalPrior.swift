import Primitives

/// A prior for onsets by their place between beats: where things begin at the same places of all beats around, another soft
/// beginning at such a place is more likely to be one.
///
/// In music that begins so softly that the network hardly ever makes up its mind, what it heard around says little.
/// There the places count at which things begin in most music.
struct MetricalPrior {
  let rhythm: Rhythm

  /// How far a place's onset may lie from it, in frames.
  private static let window = 4
  /// How many beats on either side count as around.
  private static let reach = 12
  /// How much expectation counts, against what is heard: where that is clear, and where it never is.
  private static let trust = (clear: 0.7, blurred: 1.0)
  private static let shares = 0.02...0.95
  /// How often something begins at each place of a beat, in music of all kinds; rather less than more.
  private static let custom = (simple: [0.95, 0.3, 0.75, 0.3], compound: [0.95, 0.9, 0.9])
  /// The doubt up to which a song counts as clear, and from which as blurred.
  private static let doubts = 0.35...0.55

  /// The odds of onsets, raised where they are expected.
  func raised(_ odds: [Int16]) -> [Int16] {
    guard rhythm.isTrustworthy, !odds.isEmpty else { return odds }
    let likely = odds.map { OnsetPicker.likelihood(of: $0) }
    let usual = usual(likely)
    let blur = MetricalPrior.blur(of: odds)
    let trust = MetricalPrior.trust.clear + (MetricalPrior.trust.blurred - MetricalPrior.trust.clear) * blur
    var raised = odds
    let custom = rhythm.metre.isCompound ? MetricalPrior.custom.compound : MetricalPrior.custom.simple
    let division = custom.count
    for part in 0..<division {
      let frames = zip(rhythm.beats, rhythm.beats.dropFirst()).map { beat, next in
        let place = beat + (next - beat) * Double(part) / Double(division)
        return max(0, min(odds.count - 1, Int((place * Double(Spectrogram.rate)).rounded())))
      }
      let tops = frames.map { MetricalPrior.top(of: likely, near: $0) }
      let before = tops.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
      for (index, frame) in frames.enumerated() {
        let (from, to) = (
          max(0, index - MetricalPrior.reach), min(tops.count, index + MetricalPrior.reach + 1)
        )
        let heard = (before[to] - before[from]) / Double(to - from)
        let share = heard + (custom[part] - heard) * blur
        let lift = trust * (logOdds(share) - logOdds(usual(frames[from], frames[to - 1])))
        guard lift > 0 else { continue }
        for near in -MetricalPrior.window...MetricalPrior.window where odds.indices.contains(frame + near) {
          let weight = 1 - Double(abs(near)) / Double(MetricalPrior.window + 1)
          let value = Double(odds[frame + near]) + lift * weight * Activations.unit
          raised[frame + near] = max(
            raised[frame + near], Int16(max(-32_000, min(32_000, value)).rounded()))
        }
      }
    }
    return raised
  }

  /// From 0, where the network knows what it hears, to 1, where it can't tell what begins.
  private static func blur(of odds: [Int16]) -> Double {
    let (low, high) = (doubts.lowerBound, doubts.upperBound)
    return max(0, min(1, (OnsetPicker.doubt(in: odds) - low) / (high - low)))
  }

  /// How likely the most likely frame of any window is, on average, between two frames.
  private func usual(_ likely: [Double]) -> (_ from: Int, _ to: Int) -> Double {
    let width = 2 * MetricalPrior.window + 1
    let tops = stride(from: 0, to: likely.count, by: width).map { start in
      likely[start..<min(likely.count, start + width)].reduce(0, max)
    }
    let before = tops.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
    return { from, to in
      let (first, last) = (from / width, min(tops.count, max(from / width + 1, to / width)))
      return (before[last] - before[first]) / Double(max(1, last - first))
    }
  }

  private static func top(of values: [Double], near frame: Int) -> Double {
    values[max(0, frame - window)..<min(values.count, frame + window + 1)].reduce(0, max)
  }

  private func logOdds(_ share: Double) -> Double {
    let share = max(MetricalPrior.shares.lowerBound, min(MetricalPrior.shares.upperBound, share))
    return ExactMath.log(share / (1 - share))
  }
}
