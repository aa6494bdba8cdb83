/// Whether a song has the form of dance music: builds and drops.
struct DanceForm {
  let parts: [Range<Int>]
  /// By part.
  let levels: [Double]
  let blocks: BarFeatures

  /// Less bass than this is away, in decibels.
  private static let leastFall = 6.0
  /// Four on the floor: no beat of the bar has less of the kick drum than so much of what all have.
  private static let evenKick = 0.65
  /// What is weaker is no kick drum.
  private static let faintestKick = 16.0

  /// Whether parts are drops: a machine plays, the kick drum is struck on every beat, and the bass goes away for whole parts and
  /// comes back at once, with all else.
  func hasDrops(_ choruses: [Int]) -> Bool {
    guard blocks.isSteady, blocks.areBars else { return false }
    let basses = parts.map { part in part.reduce(0) { $0 + blocks.basses[$1] } / Double(max(1, part.count))
    }
    let falls = parts.indices.dropFirst().count { index in
      basses[index] - basses[index - 1] > DanceForm.leastFall && levels[index] > levels[index - 1]
    }
    guard falls >= 2 else { return false }
    let bars = choruses.reduce(0) { $0 + parts[$1].count }
    let even = choruses.filter { isFourOnTheFloor(parts[$0]) }.reduce(0) { $0 + parts[$1].count }
    return bars > 0 && even * 2 > bars
  }

  private func isFourOnTheFloor(_ part: Range<Int>) -> Bool {
    let bars = blocks.kicks[part]
    let count = bars.map(\.count).max() ?? 0
    guard count == 2 || count == 4 else { return false }
    let places = (0..<count).map { place in
      let kicks = bars.compactMap { $0.indices.contains(place) ? $0[place] : nil }
      return kicks.reduce(0, +) / Double(max(1, kicks.count))
    }
    let mean = places.reduce(0, +) / Double(count)
    return mean >= DanceForm.faintestKick && (places.min() ?? 0) >= DanceForm.evenKick * mean
  }
}
