import Primitives

/// Finds the parts of a song: stretches of bars that sound alike inside and unlike their neighbours.
///
/// Optimal partitioning by dynamic programming (Brad Jackson et al., "An Algorithm for Optimal Partitioning of Data on an
/// Interval", 2005), with usual lengths preferred as in Gabriel Sargent, Frédéric Bimbot and Emmanuel Vincent, "A
/// Regularity-Constrained Viterbi Algorithm and Its Application to the Structural Segmentation of Songs" (2011).
struct SectionFinder {
  let blocks: BarFeatures
  let similarity: SelfSimilarity

  /// What a boundary costs, in blocks' worth of variance.
  private static let boundaryCost = 1.0
  private static let longest = 40

  func sections() -> [Section] {
    guard blocks.count > 0 else { return [] }
    let sounds = standardized(blocks.sounds)
    let parts = parts(of: sounds)
    let letters = SectionFinder.letters(
      parts.map { part in SegmentFeatures(of: part, sounds, blocks.chords) })
    let repetition = similarity.repetition(of: parts)
    let labels = SectionLabels(parts: parts, letters: letters, repetition: repetition, blocks: blocks)
      .labels()
    let order = order(of: sounds, parts, repetition: repetition)
    return parts.indices.map { index in
      let part = parts[index]
      return Section(
        start: blocks.edges[part.lowerBound], end: blocks.edges[part.upperBound], label: labels[index],
        letter: letters[index],
        confidence: index == 0 ? 1 : order * contrast(sounds, parts[index - 1], part))
    }
  }

  /// From 0 to 1, whether there is any order to divide by: a permutation test, or whether bars come back.
  ///
  /// Bars in any order can be divided so that parts differ a little. A song that is no better divided than its own bars in
  /// other orders has no parts, unless what is in them returns.
  private func order(of rows: [[Double]], _ parts: [Range<Int>], repetition: [Double]) -> Double {
    guard parts.count > 1 else { return 0 }
    let chance = (0..<SectionFinder.shuffles).map { seed in
      let shuffled = SectionFinder.shuffled(rows, seed: seed)
      return SectionFinder.explained(shuffled, by: self.parts(of: shuffled))
    }
    let mean = chance.reduce(0, +) / Double(chance.count)
    let variance = chance.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(chance.count)
    let found = SectionFinder.explained(rows, by: parts)
    let deviations = (found - mean) / max(1e-9, variance.squareRoot())
    let bars =
      zip(parts, repetition).reduce(0) { $0 + Double($1.0.count) * $1.1 } / Double(max(1, rows.count))
    return max(0, min(1, max((deviations - 1) / 2, (bars - 0.5) / 0.3)))
  }

  /// How much of the difference between bars is one between parts.
  private static func explained(_ rows: [[Double]], by parts: [Range<Int>]) -> Double {
    let all = mean(of: rows[...])
    return parts.reduce(0) { sum, part in
      let mean = mean(of: rows[part])
      return sum + Double(part.count) * zip(mean, all).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
  }

  private static let shuffles = 8

  private static func shuffled(_ rows: [[Double]], seed: Int) -> [[Double]] {
    let noise = Noise(seed: UInt64(seed))
    return rows.indices.sorted { (noise.value($0), $0) < (noise.value($1), $1) }.map { rows[$0] }
  }

  private static func mean(of rows: ArraySlice<[Double]>) -> [Double] {
    guard let first = rows.first else { return [] }
    return first.indices.map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
  }

  /// Every number as a multiple of its usual deviation.
  private func standardized(_ rows: [[Double]]) -> [[Double]] {
    let width = rows[0].count
    var result = rows
    for column in 0..<width {
      let mean = rows.reduce(0) { $0 + $1[column] } / Double(rows.count)
      let variance = rows.reduce(0) { $0 + ($1[column] - mean) * ($1[column] - mean) } / Double(rows.count)
      let scale = 1 / max(1.5, variance.squareRoot())
      for row in rows.indices { result[row][column] = (rows[row][column] - mean) * scale }
    }
    return result
  }

  /// The cheapest way to divide the song: what blocks differ from the mean of their part, and what each
  /// boundary costs.
  private func parts(of rows: [[Double]]) -> [Range<Int>] {
    let (count, width) = (rows.count, rows[0].count)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: width), count: count + 1)
    var squares = [Double](repeating: 0, count: count + 1)
    for (index, row) in rows.enumerated() {
      var square = 0.0
      for column in 0..<width {
        sums[index + 1][column] = sums[index][column] + row[column]
        square += row[column] * row[column]
      }
      squares[index + 1] = squares[index] + square
    }
    var best = [0.0] + [Double](repeating: .infinity, count: count)
    var origin = [Int](repeating: 0, count: count + 1)
    for end in 1...count {
      for start in max(0, end - SectionFinder.longest)..<end {
        let length = Double(end - start)
        var spread = squares[end] - squares[start]
        for column in 0..<width {
          let sum = sums[end][column] - sums[start][column]
          spread -= sum * sum / length
        }
        let cost =
          best[start] + spread / Double(width) + price(end - start, isEdge: start == 0 || end == count)
        if cost < best[end] { (best[end], origin[end]) = (cost, start) }
      }
    }
    var bounds = [count]
    while let first = bounds.last, first > 0 { bounds.append(origin[first]) }
    bounds.reverse()
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// Parts of four, eight or sixteen bars are usual; the first and the last may be of any length.
  private func price(_ length: Int, isEdge: Bool) -> Double {
    let base = SectionFinder.boundaryCost
    let least = isEdge ? 2 : 4
    let short = length < least ? 1.2 * Double(least - length) : 0
    guard blocks.areBars else { return base + short }
    let odd = isEdge ? 0.2 : length % 8 == 0 ? 0 : length % 4 == 0 ? 0.1 : length % 2 == 0 ? 0.5 : 0.9
    let long = length > 20 ? 0.1 * Double(length - 20) : 0
    return base + short + odd + long
  }

  /// How unlike two neighbours are, from 0 to 1.
  private func contrast(_ rows: [[Double]], _ before: Range<Int>, _ after: Range<Int>) -> Double {
    let (a, b) = (
      SegmentFeatures(of: before, rows, blocks.chords), SegmentFeatures(of: after, rows, blocks.chords)
    )
    return min(1, a.distance(to: b) / 1.5)
  }

  /// Letters for parts, the same for those that sound alike: the leader algorithm (John A. Hartigan, "Clustering Algorithms",
  /// 1975).
  private static func letters(_ features: [SegmentFeatures]) -> [String] {
    var groups: [(features: SegmentFeatures, letter: String)] = []
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return features.map { features in
      if let near = groups.min(by: {
        $0.features.distance(to: features) < $1.features.distance(to: features)
      }),
        near.features.distance(to: features) < 0.55
      {
        return near.letter
      }
      let round = groups.count / alphabet.count
      let letter = String(alphabet[groups.count % alphabet.count]) + (round > 0 ? String(round) : "")
      groups.append((features, letter))
      return letter
    }
  }
}
