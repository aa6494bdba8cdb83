package import Primitives

/// A filter whose numbers may change, over its element's own clock.
package struct Effect: Sendable {
  /// Plain numbers, in the order in which `filter` wants them.
  package var numbers: [Curve<Double>]
  /// Lengths, likewise; shares are of the element's box.
  package var lengths: [Curve<Measure>]
  package var angles: [Curve<Angle>]
  /// The table it takes colours through, if it does.
  package var table: Fingerprint?
  package var filter: @Sendable (EffectInstant) -> Filter

  package init(
    numbers: [Curve<Double>], lengths: [Curve<Measure>], angles: [Curve<Angle>] = [],
    table: Fingerprint? = nil,
    filter: @escaping @Sendable (EffectInstant) -> Filter
  ) {
    self.numbers = numbers
    self.lengths = lengths
    self.angles = angles
    self.table = table
    self.filter = filter
  }

  /// The filter so long after the element began, in a box of a size that a matrix takes to the screen.
  package func filter(at time: Time, frame: Int, in box: Size, placed matrix: Matrix) -> Filter {
    filter(
      EffectInstant(
        numbers: numbers.map { $0.value(at: time) },
        lengths: lengths.map { $0.value(at: time).width(in: box) },
        angles: angles.map { $0.value(at: time) }, table: table, time: time, frame: frame, box: box,
        toScreen: matrix))
  }
}

/// What an effect has to know in one frame.
package struct EffectInstant: Sendable {
  fileprivate let numbers: [Double]
  fileprivate let lengths: [Double]
  fileprivate let angles: [Angle]
  package let table: Fingerprint?
  /// Since the element began.
  package let time: Time
  package let frame: Int
  package let box: Size
  package let toScreen: Matrix

  /// A number within a range; what is none is the one that changes nothing.
  package func number(_ index: Int, _ range: ClosedRange<Double>, neutral: Double = 0) -> Double {
    let value = numbers[index]
    guard value == value else { return neutral }
    return max(range.lowerBound, min(range.upperBound, value)).snappedToRatioGrid
  }

  /// An angle; what is none is zero.
  package func angle(_ index: Int) -> Angle {
    let radians = angles[index].radians
    return radians.isFinite && radians.magnitude < 1e6 ? angles[index] : .zero
  }

  /// A length on the screen, to either side.
  package func distance(_ index: Int) -> Double { onScreen(lengths[index]) }

  /// A length on the screen, none below zero.
  package func length(_ index: Int) -> Double { onScreen(max(0, lengths[index])) }

  /// How long something in the box's units is on the screen.
  package func onScreen(_ length: Double) -> Double {
    (length * toScreen.determinant.magnitude.squareRoot()).snappedToPixelGrid
  }

  /// Where a point of the box is on the screen.
  package func point(_ anchor: Anchor) -> Point {
    let point = toScreen.apply(anchor.point(in: box))
    return Point(x: point.x.snappedToPixelGrid, y: point.y.snappedToPixelGrid)
  }

  /// Takes a unit circle to an ellipse in the box, in shares of its size, and then to the screen.
  package func plane(center: Anchor, width: Double, height: Double, turned: Angle = .zero) -> Matrix {
    let middle = center.point(in: box)
    return Matrix.scale(width, height).then(.rotation(turned)).then(.translation(middle.x, middle.y)).then(
      toScreen
    )
    .snapped
  }
}
