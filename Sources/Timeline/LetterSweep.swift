package import Primitives

/// How unsung letters turn into sung ones: word for word, in each from where it is read first.
package struct LetterSweep: Sendable {
  /// In the order of the text.
  package var strokes: [Stroke]
  package var sung: Paint
  /// How wide the change is, in pixels of the canvas.
  package var edge: Double

  package init(strokes: [Stroke], sung: Paint, edge: Double) {
    self.strokes = strokes
    self.sung = sung
    self.edge = edge
  }

  /// Letters that are sung in one go, and when.
  package struct Stroke: Hashable, Sendable {
    /// UTF-16 units of the block's text.
    package var units: Range<Int>
    /// By the clip's own clock.
    package var times: Range<Time>

    package init(units: Range<Int>, times: Range<Time>) {
      self.units = units
      self.times = times
    }

    /// How much of it is sung, 0 to 1.
    package func progress(at time: Time) -> Double {
      if time >= times.upperBound { return 1 }
      if time <= times.lowerBound { return 0 }
      return Double((time - times.lowerBound).ticks) / Double((times.upperBound - times.lowerBound).ticks)
    }
  }

  /// A cluster and how much of it is sung, 0 to 1.
  package struct Sung: Hashable, Sendable {
    package var cluster: TextCluster
    package var share: Double
    /// The stroke in which it begins.
    package var stroke: Int
  }

  /// How much of every cluster that shows ink is sung, in the order they are read.
  ///
  /// Inside a stroke the way goes by carets, so that a wide letter takes longer than a narrow one. A
  /// ligature that two strokes share is passed by each from caret to caret.
  package func shares(of block: TextBlock, at time: Time) -> [Sung] {
    var clusters = block.lines.flatMap(\.clusters).filter { $0.ink != nil }
      .sorted { $0.units.lowerBound < $1.units.lowerBound }
      .map { Sung(cluster: $0, share: 0, stroke: -1) }
    var first = 0
    for (number, stroke) in strokes.enumerated() {
      while first < clusters.count, clusters[first].cluster.units.upperBound <= stroke.units.lowerBound {
        first += 1
      }
      let last = clusters[first...].firstIndex { $0.cluster.units.lowerBound >= stroke.units.upperBound }
      let slices = (first..<(last ?? clusters.count)).map { index in
        (index: index, slice: clusters[index].cluster.slice(of: stroke.units))
      }
      let total = slices.reduce(0) { $0 + $1.slice.width }
      var way = total * stroke.progress(at: time)
      for (index, slice) in slices {
        if clusters[index].stroke < 0 { clusters[index].stroke = number }
        let passed = min(max(0, way), slice.width)
        way -= slice.width
        guard passed > 0 else { continue }
        let share = slice.shares.lowerBound + passed / slice.width * slice.extent
        clusters[index].share = max(clusters[index].share, min(1, share))
      }
    }
    return clusters
  }
}

/// The part of a cluster between two carets.
private struct ClusterSlice {
  /// In pixels.
  var width: Double
  /// From where to where of the cluster, 0 to 1, in the order it is read.
  var shares: ClosedRange<Double>

  var extent: Double { shares.upperBound - shares.lowerBound }
}

extension TextCluster {
  /// What shows some characters. A cluster without width counts for a pixel, so that it is passed too.
  fileprivate func slice(of units: Range<Int>) -> ClusterSlice {
    let width = max(1, right - left)
    func share(at unit: Int) -> Double {
      if unit <= self.units.lowerBound { return 0 }
      if unit >= self.units.upperBound { return 1 }
      guard let caret = innerCarets.last(where: { $0.unit <= unit }) else { return 0 }
      let share = (isRightToLeft ? right - caret.x : caret.x - left) / width
      return max(0, min(1, share))
    }
    let (from, to) = (share(at: units.lowerBound), share(at: units.upperBound))
    return ClusterSlice(width: max(0, to - from) * width, shares: from...max(from, to))
  }
}
