import Primitives

/// How much more begins at a moment than in the seconds around it.
///
/// The network tells beats by what was usual in the music it learnt from. That most begins on the beat holds in music
/// it never heard.
enum Accents {
  /// What a moment is worth at which e times as much begins as usual, in units of odds.
  private static let weight = 1.0
  /// No moment is worth more, or less, than so much more than usual.
  private static let most = 2.0
  /// What always begins, so that next to nothing isn't compared with nothing.
  private static let least = 20.0
  /// Frames on either side of a moment that belong to it, and to its surroundings.
  private static let near = 2
  private static let around = 2 * Spectrogram.rate

  /// - Parameters:
  ///   - odds: of beats, by frame.
  ///   - flux: how much begins, by frame.
  static func heeded(by odds: [Int16], in flux: [Int32]) -> [Int16] {
    let strengths = flux.indices.map { frame in
      let loudest = flux[max(0, frame - near)...min(flux.count - 1, frame + near)].max() ?? 0
      return ExactMath.log(Double(loudest) + least)
    }
    var sums = [0.0]
    for strength in strengths { sums.append(sums[sums.count - 1] + strength) }
    var heeded = odds
    for frame in 0..<min(odds.count, strengths.count) {
      let (from, to) = (max(0, frame - around), min(strengths.count, frame + around))
      let usual = (sums[to] - sums[from]) / Double(to - from)
      let accent = max(-most, min(most, strengths[frame] - usual))
      let sum = Double(odds[frame]) + weight * accent * Activations.unit
      heeded[frame] = Int16(max(-32_000, min(32_000, sum)))
    }
    return heeded
  }
}
