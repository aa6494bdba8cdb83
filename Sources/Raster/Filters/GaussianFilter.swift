internal import CEngine
import Primitives

/// Blurs like a Gaussian, at any radius for about the same.
struct GaussianFilter: AreaFilter {
  let across: Gaussian
  let down: Gaussian

  init(_ softness: Softness) {
    across = Gaussian(deviation: softness.across.pixels)
    down = Gaussian(deviation: softness.down.pixels)
  }

  func run(from source: RowPort, to sink: RowPort) {
    if across.factor == 1 && down.factor == 1 {
      runNearby(from: source, to: sink)
    } else {
      runByCells(from: source, to: sink)
    }
  }

  private func runByCells(from source: RowPort, to sink: RowPort) {
    let size = source.size
    let cells = CellPlanes(
      planes: source.planes, columns: (size.width + across.factor - 1) / across.factor,
      rows: (size.height + down.factor - 1) / down.factor)
    let gathering = CellGathering(
      into: cells, width: size.width, height: size.height, across: across.factor, down: down.factor)
    let row = FilterRow(width: size.width)
    for y in 0..<size.height {
      source.read(y, into: row)
      gathering.add(row.planes)
    }
    cells.weigh(across: across, down: down)
    let curve = CellCurve(
      cells, across: across.factor, down: down.factor, width: size.width, height: size.height)
    for y in 0..<size.height {
      curve.row(y, into: row.planes)
      sink.write(row, y)
    }
  }

  /// With a window of rows that moves down the layer, so that it can be written where it is read. A few rows at a time
  /// are made of a few columns at a time, which stay near at hand.
  private func runNearby(from source: RowPort, to sink: RowPort) {
    let (height, together, block) = (source.size.height, 8, 256)
    let window = SoftenedRows(source, across, count: 2 * down.radius + together)
    let rows = (0..<together).map { _ in FilterRow(width: source.size.width) }
    for top in stride(from: 0, to: height, by: together) {
      let bottom = min(height, top + together)
      window.read(until: min(height, bottom + down.radius))
      let lines = (top - down.radius..<bottom + down.radius).map { window[max(0, min(height - 1, $0))] }
      for start in stride(from: 0, to: source.rowCount, by: block) {
        let around = lines.map { UnsafePointer<Float>?($0 + start) }
        around.withUnsafeBufferPointer { around in
          for (number, row) in rows.prefix(bottom - top).enumerated() {
            libretto_weigh_down(
              around.baseAddress.map { $0 + number }, Int32(min(block, source.rowCount - start)),
              down.weights, Int32(down.radius), row.planes + start)
          }
        }
      }
      for y in top..<bottom { sink.write(rows[y - top], y) }
    }
  }
}

/// The last few rows of a layer, weighed across.
private final class SoftenedRows {
  private let source: RowPort
  private let bell: Gaussian
  private let row: FilterRow
  private let padding: Padding
  private let kept: [FilterRow]
  private var done = 0

  init(_ source: RowPort, _ bell: Gaussian, count: Int) {
    (self.source, self.bell) = (source, bell)
    row = FilterRow(width: source.size.width)
    padding = Padding(source.size.width, by: bell.radius)
    kept = (0..<count).map { _ in FilterRow(width: source.size.width) }
  }

  /// One of the rows that were read last.
  subscript(y: Int) -> UnsafeMutablePointer<Float> { kept[y % kept.count].planes }

  func read(until end: Int) {
    while done < end {
      source.read(done, into: row)
      let softened = kept[done % kept.count]
      for plane in 0..<source.planes {
        libretto_weigh_across(
          padding.filled(with: row[plane]), Int32(row.width), bell.weights, Int32(bell.radius),
          softened[plane])
      }
      done += 1
    }
  }
}
