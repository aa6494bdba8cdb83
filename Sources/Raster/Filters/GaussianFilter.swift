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

  /// With a window of rows that moves down the layer, so that it can be written where it is read.
  private func runNearby(from source: RowPort, to sink: RowPort) {
    let (width, height) = (source.size.width, source.size.height)
    let window = (0...2 * down.radius).map { _ in FilterRow(width: width) }
    let (row, padding) = (FilterRow(width: width), Padding(width, by: across.radius))
    var read = 0
    for y in 0..<height {
      while read <= min(height - 1, y + down.radius) {
        source.read(read, into: row)
        let softened = window[read % window.count]
        for plane in 0..<source.planes {
          libretto_weigh_across(
            padding.filled(with: row[plane]), Int32(width), across.weights, Int32(across.radius),
            softened[plane])
        }
        read += 1
      }
      let around = (-down.radius...down.radius).map {
        UnsafePointer<Float>?(window[max(0, min(height - 1, y + $0)) % window.count].planes)
      }
      libretto_weigh_down(around, Int32(source.rowCount), down.weights, Int32(down.radius), row.planes)
      sink.write(row, y)
    }
  }
}
