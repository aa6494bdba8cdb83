import Primitives

/// How usual tempos are.
enum Pace {
  /// What a beat costs after so many seconds: nothing at usual tempos, more the faster or slower.
  static func cost(_ interval: Double) -> Double {
    let rate = 60 / max(0.05, interval)
    let fast = max(0, log2(rate / 190))
    let slow = max(0, log2(58 / rate))
    return 2 * fast + 1.2 * slow
  }

  private static func log2(_ x: Double) -> Double { ExactMath.log(x) / ExactMath.log(2) }
}
