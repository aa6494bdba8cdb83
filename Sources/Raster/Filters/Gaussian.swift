internal import CEngine
import Primitives

/// A Gaussian along one axis: pixels brought together in cells, cells weighed, and a smooth curve drawn through them.
///
/// The variances of all three add up to the Gaussian's, so that it is as wide at any radius, fractions included.
struct Gaussian: Hashable {
  /// Pixels in a cell: a power of two.
  let factor: Int
  /// Of a cell, and of its neighbours on each side.
  let weights: [Float]

  /// - Parameter most: pixels a cell may have at most.
  init(deviation: Double, most: Int = 64) {
    var factor = 1
    while factor < most, Double(factor) * 2 * 1.55 <= deviation { factor *= 2 }
    self.factor = factor
    // A cell has a variance of 1/12 of its square, and the curve through cells a third.
    let rest = deviation * deviation / Double(factor * factor) - (factor > 1 ? 5.0 / 12 : 0)
    let inner = max(rest, 0).squareRoot()
    let radius = inner == 0 ? 0 : Int((3 * inner).rounded(.up))
    let bell = (0...radius).map { step -> Double in
      inner == 0 ? 1 : ExactMath.exp(-Double(step * step) / (2 * inner * inner))
    }
    let sum = bell.dropFirst().reduce(bell[0]) { $0 + 2 * $1 }
    weights = bell.map { Float($0 / sum) }
  }

  var radius: Int { weights.count - 1 }
}

/// A layer brought together to cells, as planes of numbers.
final class CellPlanes {
  let planes: Int
  let columns: Int
  let rows: Int
  private(set) var values: UnsafeMutablePointer<Float>

  init(planes: Int, columns: Int, rows: Int) {
    (self.planes, self.columns, self.rows) = (planes, columns, rows)
    values = .allocate(capacity: planes * columns * rows)
    values.initialize(repeating: 0, count: planes * columns * rows)
  }

  deinit { values.deallocate() }

  /// The planes of a row, one after the other.
  func row(_ y: Int) -> UnsafeMutablePointer<Float> { values + max(0, min(rows - 1, y)) * planes * columns }

  /// Weighed across and down; beyond its edges it goes on as it ends.
  func weigh(across: Gaussian, down: Gaussian) {
    if across.radius > 0 {
      let padded = Padding(columns, by: across.radius)
      for y in 0..<rows {
        for plane in 0..<planes {
          let line = row(y) + plane * columns
          libretto_weigh_across(
            padded.filled(with: line), Int32(columns), across.weights, Int32(across.radius), line)
        }
      }
    }
    if down.radius > 0 {
      let result = UnsafeMutablePointer<Float>.allocate(capacity: planes * columns * rows)
      for y in 0..<rows {
        let around = (-down.radius...down.radius).map { UnsafePointer<Float>?(row(y + $0)) }
        libretto_weigh_down(
          around, Int32(planes * columns), down.weights, Int32(down.radius), result + y * planes * columns)
      }
      values.deallocate()
      values = result
    }
  }

  /// Adds a coarser one, so many times as coarse, times a share.
  func add(_ coarser: CellPlanes, factor: Int, share: Float) {
    let curve = CellCurve(coarser, across: factor, down: factor, width: columns, height: rows)
    let line = FilterLine(planes * columns)
    for y in 0..<rows {
      curve.row(y, into: line.numbers)
      libretto_add_moved(line.numbers, Int32(planes * columns), 0, 0, share, row(y))
    }
  }

  /// Brought together once more.
  func shrunk(by factor: Int) -> CellPlanes {
    let fewer = CellPlanes(
      planes: planes, columns: (columns + factor - 1) / factor, rows: (rows + factor - 1) / factor)
    let gathering = CellGathering(into: fewer, width: columns, height: rows, across: factor, down: factor)
    for y in 0..<rows { gathering.add(row(y)) }
    return fewer
  }
}

/// Numbers that are lent for a while.
final class FilterLine {
  let numbers: UnsafeMutablePointer<Float>

  init(_ count: Int) {
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: 0, count: count)
  }

  deinit { numbers.deallocate() }
}

/// Memory for numbers that go on at both ends as they end.
final class Padding {
  private let line: FilterLine
  private let (count, margin): (Int, Int)

  init(_ count: Int, by margin: Int) {
    line = FilterLine(count + 2 * margin)
    (self.count, self.margin) = (count, margin)
  }

  func filled(with numbers: UnsafePointer<Float>) -> UnsafeMutablePointer<Float> {
    (line.numbers + margin).update(from: numbers, count: count)
    line.numbers.update(repeating: numbers[0], count: margin)
    (line.numbers + margin + count).update(repeating: numbers[count - 1], count: margin)
    return line.numbers
  }
}

/// Brings rows together to cells, as they come.
final class CellGathering {
  private let cells: CellPlanes
  private let (width, height, across, down): (Int, Int, Int, Int)
  private let sums: FilterLine
  private var done = 0

  init(into cells: CellPlanes, width: Int, height: Int, across: Int, down: Int) {
    self.cells = cells
    (self.width, self.height, self.across, self.down) = (width, height, across, down)
    sums = FilterLine(cells.planes * width)
  }

  /// The next row.
  func add(_ row: UnsafePointer<Float>) {
    let count = cells.planes * width
    libretto_add(row, Int32(count), sums.numbers)
    done += 1
    guard done % down == 0 || done == height else { return }
    let rows = done % down == 0 ? down : done % down
    let cell = cells.row((done - 1) / down)
    for plane in 0..<cells.planes {
      libretto_shrink(
        sums.numbers + plane * width, Int32(width), Int32(across), Int32(rows), cell + plane * cells.columns
      )
    }
    sums.numbers.update(repeating: 0, count: count)
  }
}

/// The smooth curve through cells, a row of pixels at a time.
final class CellCurve {
  private let cells: CellPlanes
  private let (across, down, width): (Int, Int, Int)
  private let mixed: FilterLine
  private let padding: Padding
  private let grown: FilterLine

  init(_ cells: CellPlanes, across: Int, down: Int, width: Int, height: Int) {
    self.cells = cells
    (self.across, self.down, self.width) = (across, down, width)
    mixed = FilterLine(cells.planes * cells.columns)
    padding = Padding(cells.columns, by: 2)
    grown = FilterLine((cells.columns + 1) * across)
  }

  /// Row `y`, as many planes as the cells have.
  func row(_ y: Int, into numbers: UnsafeMutablePointer<Float>) {
    let line = between(y)
    for plane in 0..<cells.planes {
      let from = line + plane * cells.columns
      guard across > 1 else {
        (numbers + plane * width).update(from: from, count: width)
        continue
      }
      libretto_grow(padding.filled(with: from), Int32(cells.columns), Int32(across), grown.numbers)
      (numbers + plane * width).update(from: grown.numbers + across / 2, count: width)
    }
  }

  private func between(_ y: Int) -> UnsafePointer<Float> {
    guard down > 1 else { return UnsafePointer(cells.row(y)) }
    // Cells' middles lie half a cell from their edges.
    let place = 2 * y + 1 - down
    let index = place >= 0 ? place / (2 * down) : -1
    let part = Float(place - index * 2 * down) / Float(2 * down)
    let rows = (-1...2).map { UnsafePointer<Float>?(cells.row(index + $0)) }
    libretto_mix_four(rows, CellCurve.spline(part), Int32(cells.planes * cells.columns), mixed.numbers)
    return UnsafePointer(mixed.numbers)
  }

  /// The weights of a cubic B-spline.
  private static func spline(_ part: Float) -> [Float] {
    let (rest, square) = (1 - part, part * part)
    let first = rest * rest * rest / 6
    let second = (3 * square * part - 6 * square + 4) / 6
    let fourth = square * part / 6
    return [first, second, 1 - first - second - fourth, fourth]
  }
}
