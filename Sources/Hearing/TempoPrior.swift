import Primitives

/// How likely tempos are before a song is heard: a log-normal prior, with more against what is very fast or very slow.
///
/// As the tempo weighting of Daniel P. W. Ellis, "Beat Tracking by Dynamic Programming" (2007); centre and width are of our own
/// choice.
enum TempoPrior {
  /// What a beat costs after so many seconds: little at the tempos most music is counted in, more the faster or slower.
  static func cost(_ interval: Double) -> Double {
    let rate = 60 / max(0.05, interval)
    let fast = max(0, log2(rate / 190))
    let slow = max(0, log2(58 / rate))
    let apart = log2(rate / 110)
    return apart * apart + 2 * fast + 1.2 * slow
  }

  /// The same where the tempo is told: what differs from it costs more.
  static func cost(_ interval: Double, told tempo: Double) -> Double {
    let apart = log2(60 / max(0.05, interval) / tempo)
    return 8 * apart * apart
  }

  private static func log2(_ x: Double) -> Double { ExactMath.log(x) / ExactMath.log(2) }
}
