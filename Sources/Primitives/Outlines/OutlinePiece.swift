/// A line or a curve of an outline, as a curve, from where the one before it ends.
package struct OutlinePiece: Hashable, Sendable {
  package var start: Point
  package var first: Point
  package var second: Point
  package var end: Point
  /// Whether it was a line, which stays one.
  package var isLine: Bool

  package init(start: Point, first: Point, second: Point, end: Point, isLine: Bool = false) {
    self.start = start
    self.first = first
    self.second = second
    self.end = end
    self.isLine = isLine
  }

  /// A straight one.
  package init(from start: Point, to end: Point) {
    self.init(
      start: start, first: .mix(start, end, 1 / 3), second: .mix(start, end, 2 / 3), end: end, isLine: true)
  }

  package func point(at share: Double) -> Point {
    let rest = 1 - share
    let weights = (
      rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share
    )
    func mixed(_ axis: (Point) -> Double) -> Double {
      weights.0 * axis(start) + weights.1 * axis(first) + weights.2 * axis(second) + weights.3 * axis(end)
    }
    return Point(x: mixed(\.x), y: mixed(\.y))
  }

  /// What is between two shares of it.
  package func part(from: Double, to: Double) -> OutlinePiece {
    let tail = split(at: from).after
    return from < 1 ? tail.split(at: (to - from) / (1 - from)).before : tail
  }

  private func split(at share: Double) -> (before: OutlinePiece, after: OutlinePiece) {
    func mix(_ a: Point, _ b: Point) -> Point { .mix(a, b, share) }
    let (a, b, c) = (mix(start, first), mix(first, second), mix(second, end))
    let (d, e) = (mix(a, b), mix(b, c))
    let middle = mix(d, e)
    return (
      OutlinePiece(start: start, first: a, second: d, end: middle, isLine: isLine),
      OutlinePiece(start: middle, first: e, second: c, end: end, isLine: isLine)
    )
  }

  package var step: Outline.Step { isLine ? .line(end) : .curve(first, second, end) }
}

extension Outline {
  /// A stretch of an outline that is drawn without lifting the pen.
  package struct Stretch: Hashable, Sendable {
    package var pieces: [OutlinePiece]
    package var isClosed: Bool
  }

  /// Its stretches, what closes them included.
  package var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var pieces: [OutlinePiece] = []
    var (begin, pen) = (Point.zero, Point.zero)
    func finished(_ isClosed: Bool) {
      if !pieces.isEmpty { stretches.append(Stretch(pieces: pieces, isClosed: isClosed)) }
      pieces = []
    }
    for step in steps {
      switch step {
      case .move(let point):
        finished(false)
        (begin, pen) = (point, point)
      case .line(let point):
        pieces.append(OutlinePiece(from: pen, to: point))
        pen = point
      case .curve(let first, let second, let end):
        pieces.append(OutlinePiece(start: pen, first: first, second: second, end: end))
        pen = end
      case .close:
        if pen != begin { pieces.append(OutlinePiece(from: pen, to: begin)) }
        finished(true)
        pen = begin
      }
    }
    finished(false)
    return stretches
  }

  package init(stretches: [Stretch]) {
    self.init(
      stretches.flatMap { stretch -> [Step] in
        guard let first = stretch.pieces.first else { return [] }
        return [.move(first.start)] + stretch.pieces.map(\.step) + (stretch.isClosed ? [.close] : [])
      })
  }
}
