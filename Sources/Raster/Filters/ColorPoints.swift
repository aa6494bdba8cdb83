internal import CEngine
import Primitives
import Timeline

/// Colors as sums of shares of all three.
struct MatrixPoint: PointFilter {
  private let numbers: [Float]

  init(_ matrix: ColorMatrix) { numbers = matrix.numbers.map { Float($0) } }

  func apply(to row: FilterRow, y: Int) { libretto_row_matrix(row.planes, Int32(row.width), numbers) }
}

/// Each color along a curve of its own.
struct CurvesPoint: PointFilter {
  private static let count = 1025
  private let tables: [FilterLine]

  init(_ red: ToneCurve, _ green: ToneCurve, _ blue: ToneCurve) {
    var known: [ToneCurve: FilterLine] = [:]
    tables = [red, green, blue].map { curve in
      if let table = known[curve] { return table }
      let table = FilterLine(CurvesPoint.count)
      for index in 0..<CurvesPoint.count {
        table.numbers[index] = Float(curve(Double(index) / Double(CurvesPoint.count - 1)))
      }
      known[curve] = table
      return table
    }
  }

  func apply(to row: FilterRow, y: Int) {
    let tables = tables.map { UnsafePointer<Float>?($0.numbers) }
    libretto_row_curves(row.planes, Int32(row.width), tables, Int32(CurvesPoint.count))
  }
}

/// Other filters, one after the other, all of them so much of the way.
struct WeakenedPoint: PointFilter {
  let filters: [any PointFilter]
  let strength: Double

  func apply(to row: FilterRow, y: Int) {
    row.approach(Float(strength)) { for filter in filters { filter.apply(to: row, y: y) } }
  }
}

extension FilterRow {
  /// Goes so much of the way to what its colors become.
  fileprivate func approach(_ strength: Float, _ change: () -> Void) {
    let before = strength < 1 ? FilterRow(width: width) : nil
    before?.planes.update(from: planes, count: 3 * width)
    change()
    guard let before else { return }
    libretto_approach(before.planes, Int32(3 * width), 1 - strength, planes)
  }
}

/// Colors as a table says.
struct TablePoint: PointFilter {
  let table: PreparedTable
  let strength: Double

  func apply(to row: FilterRow, y: Int) { table.apply(to: row, strength: Float(strength)) }
}

/// A table laid out as the kernels want it.
///
/// `@unchecked Sendable`: the memory is its own, and nothing writes after it is made.
final class PreparedTable: @unchecked Sendable {
  private let lines: UnsafeMutablePointer<Float>?
  private let entries: UnsafeMutablePointer<Int16>?
  private var shape = LibrettoLines()
  private var cube = LibrettoCube()
  let byteCount: Int

  init(_ table: ColorTable) {
    lines = table.lines.map { lines in
      let numbers = UnsafeMutablePointer<Float>.allocate(capacity: lines.size * 3)
      for channel in 0..<3 {
        for index in 0..<lines.size {
          numbers[channel * lines.size + index] = lines.entries[3 * index + channel]
        }
      }
      return numbers
    }
    if let from = table.lines {
      shape.entries = UnsafePointer(lines)
      shape.size = Int32(from.size)
      shape.start = from.domain.start
      shape.scale = from.domain.scale
    }
    entries = table.cube.map { cube in
      let (low, high) = PreparedTable.range(of: cube)
      // Beyond the last entry, the kernel looks at what weighs nothing.
      let capacity = (cube.entries.count / 3 + cube.size * cube.size + cube.size + 1) * 4
      let numbers = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
      numbers.initialize(repeating: 0, count: capacity)
      for entry in 0..<cube.entries.count / 3 {
        for channel in 0..<3 {
          let share = (cube.entries[3 * entry + channel] - low) / (high - low)
          numbers[4 * entry + channel] = Int16(max(0, min(65_535, (share * 65_535).rounded())) - 32_768)
        }
      }
      return numbers
    }
    if let from = table.cube {
      (cube.low, cube.high) = PreparedTable.range(of: from)
      cube.entries = UnsafePointer(entries)
      cube.size = Int32(from.size)
      cube.start = from.domain.start
      cube.scale = from.domain.scale
    }
    byteCount = (table.lines?.size ?? 0) * 12 + (table.cube?.entries.count ?? 0) / 3 * 8
  }

  deinit {
    lines?.deallocate()
    entries?.deallocate()
  }

  /// What all numbers lie between: 0 and 1, unless some go beyond.
  private static func range(of cube: ColorTable.Cube) -> (Float, Float) {
    // So far beyond, whatever lies between is clamped all the same.
    cube.entries.reduce((0, 1)) { (max(-4, min($0.0, $1)), min(8, max($0.1, $1))) }
  }

  func apply(to row: FilterRow, strength: Float) {
    let width = Int32(row.width)
    if lines != nil, entries == nil { return libretto_row_lines(row.planes, width, &shape, strength) }
    guard lines != nil else { return libretto_row_cube(row.planes, width, &cube, strength) }
    row.approach(strength) {
      libretto_row_lines(row.planes, width, &shape, 1)
      libretto_row_cube(row.planes, width, &cube, 1)
    }
  }
}

extension ColorTable {
  /// What becomes of colors, red, green and blue by turns, before anything is rounded.
  package func applied(to colors: [Float]) -> [Float] {
    let row = FilterRow(width: colors.count / 3)
    for (index, color) in colors.enumerated() { row[index % 3][index / 3] = color }
    PreparedTable(self).apply(to: row, strength: 1)
    return colors.indices.map { row[$0 % 3][$0 / 3] }
  }
}

extension ColorTable.Domain {
  fileprivate var start: (Float, Float, Float) { (low[0], low[1], low[2]) }

  fileprivate var scale: (Float, Float, Float) {
    (1 / (high[0] - low[0]), 1 / (high[1] - low[1]), 1 / (high[2] - low[2]))
  }
}
