/// Two outlines whose pieces were made to answer each other, and everything between them.
package struct OutlineMorph: Hashable, Sendable {
  private let from: [Outline.Stretch]
  private let to: [Outline.Stretch]

  /// Stretches answer each other in their order; one that has no partner grows out of its partner's middle.
  package init(from first: Outline, to second: Outline) {
    let (a, b) = (first.stretches, second.stretches)
    var pairs: [(Outline.Stretch, Outline.Stretch)] = []
    for index in 0..<max(a.count, b.count) {
      let one = index < a.count ? a[index] : b[index].shrunk
      let other = index < b.count ? b[index] : a[index].shrunk
      pairs.append(one.answering(other))
    }
    (from, to) = (pairs.map(\.0), pairs.map(\.1))
  }

  /// The outline a share of the way from the first to the second.
  package func outline(at share: Double) -> Outline {
    let share = share.isFinite ? share : 0
    return Outline(
      stretches: zip(from, to).map { one, other in
        Outline.Stretch(
          pieces: zip(one.pieces, other.pieces).map { $0.mixed(with: $1, share) },
          isClosed: share < 0.5 ? one.isClosed : other.isClosed)
      })
  }
}

extension OutlinePiece {
  fileprivate func mixed(with other: OutlinePiece, _ share: Double) -> OutlinePiece {
    OutlinePiece(
      start: .mix(start, other.start, share), first: .mix(first, other.first, share),
      second: .mix(second, other.second, share), end: .mix(end, other.end, share),
      isLine: isLine && other.isLine)
  }
}

extension Outline.Stretch {
  /// All of it in its middle.
  fileprivate var shrunk: Outline.Stretch {
    let points = pieces.map(\.start)
    let count = Double(max(1, points.count))
    let middle = Point(
      x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
    return Outline.Stretch(
      pieces: pieces.map { _ in OutlinePiece(from: middle, to: middle) }, isClosed: isClosed)
  }

  /// Both cut where either has a corner, as far along as the other, so that they have as many pieces.
  fileprivate func answering(_ other: Outline.Stretch) -> (Outline.Stretch, Outline.Stretch) {
    let corners = Set(self.corners + other.corners).sorted()
    var cuts: [Double] = []
    for corner in corners where corner - (cuts.last ?? 0) > 1e-6 && corner < 1 - 1e-6 {
      cuts.append(corner)
    }
    return (cut(at: cuts), other.cut(at: cuts))
  }

  /// How far along each piece ends, as a share of the whole.
  private var corners: [Double] {
    let lengths = pieces.map {
      OutlineMeasure(Outline(stretches: [Outline.Stretch(pieces: [$0], isClosed: false)])).length
    }
    let whole = lengths.reduce(0, +)
    var sum = 0.0
    return lengths.enumerated().map { index, length in
      sum += length
      return whole > 0 ? sum / whole : Double(index + 1) / Double(lengths.count)
    }
  }

  /// The same line in pieces that end at shares of it.
  private func cut(at cuts: [Double]) -> Outline.Stretch {
    let open = OutlineMeasure(Outline(stretches: [Outline.Stretch(pieces: pieces, isClosed: false)]))
    guard open.length > 0, let first = pieces.first else {
      let point = pieces.first?.start ?? .zero
      return Outline.Stretch(
        pieces: (0...cuts.count).map { _ in OutlinePiece(from: point, to: point) }, isClosed: isClosed)
    }
    let bounds = [0] + cuts + [1]
    let parts = zip(bounds, bounds.dropFirst()).map { from, to in
      let stretch = open.part(from: from, to: to).stretches.first?.pieces ?? []
      guard let begin = stretch.first, let end = stretch.last else {
        return OutlinePiece(from: first.start, to: first.start)
      }
      // A sliver at a corner, if the two measures differ in the last digits, is not a piece of its own.
      let main = stretch.max { $0.extent < $1.extent } ?? begin
      return OutlinePiece(
        start: begin.start, first: main.first, second: main.second, end: end.end, isLine: main.isLine)
    }
    return Outline.Stretch(pieces: parts, isClosed: isClosed)
  }
}

extension OutlinePiece {
  fileprivate var extent: Double { (end.x - start.x).magnitude + (end.y - start.y).magnitude }
}
