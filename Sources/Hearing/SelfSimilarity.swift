/// How exactly the bars of a song come back elsewhere in it.
///
/// A self-similarity matrix, after Jonathan Foote, "Visualizing Music and Audio using Self-Similarity" (1999): of two bars each, how
/// the spectrum moves, without how loud or bright it is. That a chorus comes back exactly, and a verse with other words, tells
/// them apart: Masataka Goto, "A Chorus Section Detection Method for Musical Audio Signals" (2006).
struct SelfSimilarity {
  /// By bar: a vector of length one, or of nothing where no two bars lie.
  private let windows: [[Float]]

  /// Bars less far apart than this are the same phrase, which goes on.
  private static let nearest = 8
  /// The matrix grows by the square of this.
  private static let mostBars = 1000
  private static let stepsPerBeat = 2

  init(windows: [[Float]]) { self.windows = windows }

  init(_ features: SpectralFeatures, _ bars: BarFeatures, beatsPerBar: Int) {
    guard bars.areBars, bars.count <= SelfSimilarity.mostBars else {
      windows = []
      return
    }
    let groups = SpectralFeatures.groupCount
    let scales = SelfSimilarity.scales(of: features)
    let steps = SelfSimilarity.stepsPerBeat * beatsPerBar * 2
    windows = (0..<bars.count).map { bar in
      guard bar + 2 < bars.edges.count else { return [] }
      let (from, length) = (bars.edges[bar], bars.edges[bar + 2] - bars.edges[bar])
      var window = [Float](repeating: 0, count: steps * groups)
      for step in 0..<steps {
        let start = from + length * Double(step) / Double(steps)
        let level = features.levels(from: start, to: start + length / Double(steps))
        for group in 0..<groups { window[step * groups + group] = level[group] * scales[group] }
      }
      return SelfSimilarity.normalized(window, columns: groups)
    }
  }

  /// By part: how like the most similar bars of other parts its bars are on the whole, from 0 to 1.
  func repetition(of parts: [Range<Int>]) -> [Double] {
    guard !windows.isEmpty else { return parts.map { _ in 0 } }
    return parts.map { part in
      let others = parts.filter { $0 != part }.flatMap { Array($0) }.filter { $0 < windows.count }
      let sum = part.clamped(to: windows.indices).reduce(0.0) { sum, bar in
        let far = others.filter { abs($0 - bar) >= SelfSimilarity.nearest }
        return sum + Double(far.reduce(0) { max($0, similarity(bar, $1)) })
      }
      return sum / Double(max(1, part.count))
    }
  }

  /// The cosine of the angle between two vectors.
  private func similarity(_ one: Int, _ other: Int) -> Float {
    let (a, b) = (windows[one], windows[other])
    var sum: Float = 0
    for index in 0..<min(a.count, b.count) { sum += a[index] * b[index] }
    return sum
  }

  /// By group, what makes its usual deviation one; groups that hardly move count less.
  private static func scales(of features: SpectralFeatures) -> [Float] {
    let groups = SpectralFeatures.groupCount
    var (sums, squares) = ([Double](repeating: 0, count: groups), [Double](repeating: 0, count: groups))
    let count = Double(max(1, features.frameCount))
    for frame in 0..<features.frameCount {
      let level = features.levels(at: frame)
      for group in 0..<groups {
        sums[group] += Double(level[group])
        squares[group] += Double(level[group]) * Double(level[group])
      }
    }
    return (0..<groups).map { group in
      let variance = squares[group] / count - (sums[group] / count) * (sums[group] / count)
      return Float(1 / max(6, max(0, variance).squareRoot()))
    }
  }

  /// Each column about its mean, and the whole of length one.
  private static func normalized(_ rows: [Float], columns: Int) -> [Float] {
    var rows = rows
    let count = rows.count / columns
    for column in 0..<columns {
      var mean: Float = 0
      for row in 0..<count { mean += rows[row * columns + column] }
      mean /= Float(count)
      for row in 0..<count { rows[row * columns + column] -= mean }
    }
    let length = rows.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 1e-6 ? rows.map { $0 / length } : []
  }
}
