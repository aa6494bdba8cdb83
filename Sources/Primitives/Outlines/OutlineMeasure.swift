/// An outline that knows how long it is, and what lies where along it.
package struct OutlineMeasure: Hashable, Sendable {
  package let outline: Outline
  private let stretches: [Outline.Stretch]
  private let pieces: [OutlinePiece]
  private let rulers: [Ruler]
  /// How far from the begin each piece begins.
  private let starts: [Double]
  package let length: Double

  /// How long a piece is up to each of some equal shares.
  private struct Ruler: Hashable {
    static let count = 32
    let lengths: [Double]

    init(_ piece: OutlinePiece) {
      var (sum, last) = (0.0, piece.start)
      var lengths = [0.0]
      for index in 1...Ruler.count {
        let next = piece.point(at: Double(index) / Double(Ruler.count))
        let (x, y) = (next.x - last.x, next.y - last.y)
        sum += (x * x + y * y).squareRoot()
        lengths.append(sum)
        last = next
      }
      self.lengths = lengths
    }

    var whole: Double { lengths[Ruler.count] }

    /// The share of the piece at which so much of it is behind.
    func share(at length: Double) -> Double {
      guard length > 0, whole > 0 else { return 0 }
      guard length < whole, let next = lengths.firstIndex(where: { $0 > length }) else { return 1 }
      let (low, high) = (lengths[next - 1], lengths[next])
      return (Double(next - 1) + (length - low) / (high - low)) / Double(Ruler.count)
    }
  }

  package init(_ outline: Outline) {
    self.outline = outline
    stretches = outline.stretches
    pieces = stretches.flatMap(\.pieces)
    rulers = pieces.map(Ruler.init)
    var (sum, starts) = (0.0, [Double]())
    for ruler in rulers {
      starts.append(sum)
      sum += ruler.whole
    }
    self.starts = starts
    length = sum.isFinite ? sum : 0
  }

  package static func == (left: OutlineMeasure, right: OutlineMeasure) -> Bool {
    left.outline == right.outline
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(outline) }

  /// The point a share of the way along, 0 to 1, and the direction there, as long as 1; nil where there is
  /// nothing to follow.
  package func place(at share: Double) -> (point: Point, direction: Point)? {
    guard length > 0 else { return nil }
    let way = max(0, min(1, share == share ? share : 0)) * length
    let index = (starts.lastIndex { $0 <= way } ?? 0)
    let piece = pieces[index]
    let at = rulers[index].share(at: way - starts[index])
    let (before, after) = (piece.point(at: max(0, at - 0.001)), piece.point(at: min(1, at + 0.001)))
    let (x, y) = (after.x - before.x, after.y - before.y)
    let size = (x * x + y * y).squareRoot()
    return (piece.point(at: at), size > 0 ? Point(x: x / size, y: y / size) : Point(x: 1, y: 0))
  }

  /// The same where the way has no end: a closed one goes round, and any other straight on at both ends.
  package func place(onward share: Double) -> (point: Point, direction: Point)? {
    guard share.isFinite else { return place(at: 0) }
    if stretches.count == 1, stretches[0].isClosed { return place(at: share - share.rounded(.down)) }
    guard let (point, direction) = place(at: share) else { return nil }
    let rest = (share - max(0, min(1, share))) * length
    return (Point(x: point.x + direction.x * rest, y: point.y + direction.y * rest), direction)
  }

  /// What is between two shares of the way. Beyond the end it goes on from the begin, once around at most.
  package func part(from: Double, to: Double) -> Outline {
    guard from.isFinite, to.isFinite, to > from else { return Outline([]) }
    if to - from >= 1 { return outline }
    let begin = from - from.rounded(.down)
    let end = begin + (to - from)
    let first = pieces(from: begin, to: min(1, end))
    return Outline(stretches: end > 1 ? first + pieces(from: 0, to: end - 1) : first)
  }

  private func pieces(from: Double, to: Double) -> [Outline.Stretch] {
    let (from, to) = (from * length, to * length)
    var index = 0
    return stretches.compactMap { stretch in
      var pieces: [OutlinePiece] = []
      for piece in stretch.pieces {
        let (ruler, start) = (rulers[index], starts[index])
        index += 1
        let (begin, end) = (max(from, start), min(to, start + ruler.whole))
        guard begin < end else { continue }
        pieces.append(piece.part(from: ruler.share(at: begin - start), to: ruler.share(at: end - start)))
      }
      return pieces.isEmpty ? nil : Outline.Stretch(pieces: pieces, isClosed: false)
    }
  }
}
