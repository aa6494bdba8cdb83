import Primitives

/// What the beats say of onsets: where things begin at the same places of all beats around, another soft
/// beginning at such a place is more likely to be one.
struct Expectation {
  let rhythm: Rhythm

  /// How far a place's onset may lie from it, in frames.
  private static let window = 4
  /// How many beats on either side count as around.
  private static let reach = 12
  /// How much expectation counts, against what is heard.
  private static let trust = 0.7
  private static let shares = 0.02...0.95

  /// The odds of onsets, raised where they are expected.
  func raised(_ odds: [Int16]) -> [Int16] {
    guard rhythm.isTrustworthy, !odds.isEmpty else { return odds }
    let likely = odds.map { OnsetPicker.likelihood(of: $0) }
    let usual = usual(likely)
    var raised = odds
    let division = rhythm.metre.isCompound ? 3 : 4
    for part in 0..<division {
      let frames = zip(rhythm.beats, rhythm.beats.dropFirst()).map { beat, next in
        let place = beat + (next - beat) * Double(part) / Double(division)
        return max(0, min(odds.count - 1, Int((place * Double(Impression.rate)).rounded())))
      }
      let tops = frames.map { Expectation.top(of: likely, near: $0) }
      let before = tops.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
      for (index, frame) in frames.enumerated() {
        let (from, to) = (max(0, index - Expectation.reach), min(tops.count, index + Expectation.reach + 1))
        let share = (before[to] - before[from]) / Double(to - from)
        let lift = Expectation.trust * (logOdds(share) - logOdds(usual(frames[from], frames[to - 1])))
        guard lift > 0 else { continue }
        for near in -Expectation.window...Expectation.window where odds.indices.contains(frame + near) {
          let weight = 1 - Double(abs(near)) / Double(Expectation.window + 1)
          let value = Double(odds[frame + near]) + lift * weight * Activations.unit
          raised[frame + near] = max(
            raised[frame + near], Int16(max(-32_000, min(32_000, value)).rounded()))
        }
      }
    }
    return raised
  }

  /// How likely the most likely frame of any window is, on average, between two frames.
  private func usual(_ likely: [Double]) -> (_ from: Int, _ to: Int) -> Double {
    let width = 2 * Expectation.window + 1
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
    let share = max(Expectation.shares.lowerBound, min(Expectation.shares.upperBound, share))
    return ExactMath.log(share / (1 - share))
  }
}
