import Primitives

/// How far it is from beat to beat, and how usual tempos are.
enum Pace {
  /// The steps from each beat to the next, the shortest first.
  static func steps(of beats: [Double]) -> [Double] {
    zip(beats.dropFirst(), beats).map { $0 - $1 }.sorted()
  }

  /// The step in the middle of them; zero where there is none.
  static func usualStep(of beats: [Double]) -> Double {
    let steps = steps(of: beats)
    return steps.isEmpty ? 0 : steps[steps.count / 2]
  }

  /// The mean of them; zero where there is none.
  static func meanStep(of beats: [Double]) -> Double {
    beats.count > 1 ? (beats[beats.count - 1] - beats[0]) / Double(beats.count - 1) : 0
  }

  /// What a beat costs after so many seconds: little at the tempos most music is counted in, more the faster or slower.
  static func cost(_ interval: Double) -> Double {
    let rate = 60 / max(0.05, interval)
    let fast = max(0, log2(rate / 190))
    let slow = max(0, log2(58 / rate))
    let apart = log2(rate / 110)
    return apart * apart + 2 * fast + 1.2 * slow
  }

  private static func log2(_ x: Double) -> Double { ExactMath.log(x) / ExactMath.log(2) }
}
