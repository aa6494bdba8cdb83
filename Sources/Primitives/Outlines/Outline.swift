/// A shape by its edge: moves, lines and cubic curves, in the units of whoever holds it.
///
/// Filled by the nonzero rule. A value made once and shared; its fingerprint is at hand.
package struct Outline: Sendable {
  package enum Step: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  package let steps: [Step]
  package let fingerprint: Fingerprint

  package init(_ steps: [Step]) {
    self.steps = steps
    var writer = Fingerprinter()
    for step in steps { step.write(to: &writer) }
    fingerprint = writer.finish()
  }
}

extension Outline {
  /// The same outline with its points on the grid of drawings.
  package var snapped: Outline {
    func onGrid(_ point: Point) -> Point {
      Point(x: point.x.snappedToPixelGrid, y: point.y.snappedToPixelGrid)
    }
    return Outline(
      steps.map { step in
        switch step {
        case .move(let point): .move(onGrid(point))
        case .line(let point): .line(onGrid(point))
        case .curve(let first, let second, let end): .curve(onGrid(first), onGrid(second), onGrid(end))
        case .close: .close
        }
      })
  }
}

extension Outline {
  /// A box around all its points, and so around all that it encloses.
  package var reach: Rect? {
    steps.flatMap { step -> [Point] in
      switch step {
      case .move(let end), .line(let end): [end]
      case .curve(let first, let second, let end): [first, second, end]
      case .close: []
      }
    }.bounds
  }
}

extension Outline: Hashable, Fingerprintable {
  package static func == (left: Outline, right: Outline) -> Bool { left.fingerprint == right.fingerprint }
  package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
  package func write(to writer: inout Fingerprinter) { writer.write(fingerprint) }
}

extension Outline.Step: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .move(let point): write(0, [point], to: &writer)
    case .line(let point): write(1, [point], to: &writer)
    case .curve(let first, let second, let end): write(2, [first, second, end], to: &writer)
    case .close: write(3, [], to: &writer)
    }
  }

  private func write(_ kind: Int, _ points: [Point], to writer: inout Fingerprinter) {
    writer.write(kind)
    for point in points { writer.write(point) }
  }
}
