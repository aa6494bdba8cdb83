/// Cuts one paragraph into lines no wider than a limit.
///
/// There are as few lines as can be, and among equally many the most even ones: the sum of the squares
/// of what each leaves empty is the least. So no word is left alone where that can be helped.
struct LineBreaker {
  /// Where lines may end, ascending; the last is the number of clusters.
  private let cuts: [Int]
  /// What of the advance of each cluster is letter spacing.
  private let spacings: [Double]
  /// The sum of the advances before each cluster.
  private let sums: [Double]
  /// Where the line ends that is cut at each cluster, without the spaces before it.
  private let inkEnds: [Int]

  init(_ clusters: [ShapedParagraph.Cluster], cuts: [Int]) {
    self.cuts = cuts
    spacings = clusters.map(\.letterSpacing)
    var sums = [0.0]
    var inkEnds = [0]
    for (index, cluster) in clusters.enumerated() {
      sums.append(sums[index] + cluster.advance)
      inkEnds.append(cluster.isSpace ? inkEnds[index] : index + 1)
    }
    self.sums = sums
    self.inkEnds = inkEnds
  }

  /// The clusters of each line, without the spaces at its end; nil if something is wider than the limit.
  func lines(within limit: Double?) -> [Range<Int>]? {
    let whole = line(from: 0, to: sums.count - 1)
    guard let limit, width(of: whole) > limit else { return [whole] }
    let points = [0] + cuts.filter { $0 > 0 }
    var best: [Plan?] = [Plan(lines: 0, emptiness: 0, previous: 0)]
    for end in points.indices.dropFirst() {
      best.append(plan(endingAt: end, points: points, best: best, limit: limit))
    }
    var lines: [Range<Int>] = []
    var end = points.count - 1
    while end > 0 {
      guard let plan = best[end] else { return nil }
      lines.append(line(from: points[plan.previous], to: points[end]))
      end = plan.previous
    }
    return lines.reversed()
  }

  /// The width of a line, in ems, without letter spacing after its last character.
  func width(of line: Range<Int>) -> Double {
    line.isEmpty ? 0 : max(0, sums[line.upperBound] - sums[line.lowerBound] - spacings[line.upperBound - 1])
  }

  /// The best way to set everything before a cut.
  private struct Plan {
    let lines: Int
    let emptiness: Double
    /// Where its last line begins.
    let previous: Int

    func isBetter(than other: Plan?) -> Bool {
      guard let other else { return true }
      return (lines, emptiness) < (other.lines, other.emptiness)
    }
  }

  private func plan(endingAt end: Int, points: [Int], best: [Plan?], limit: Double) -> Plan? {
    var found: Plan?
    for start in stride(from: end - 1, through: 0, by: -1) {
      let empty = limit - width(of: line(from: points[start], to: points[end]))
      if empty < 0 { break }
      guard let before = best[start] else { continue }
      let plan = Plan(lines: before.lines + 1, emptiness: before.emptiness + empty * empty, previous: start)
      if plan.isBetter(than: found) { found = plan }
    }
    return found
  }

  private func line(from start: Int, to end: Int) -> Range<Int> { start..<max(start, inkEnds[end]) }
}
