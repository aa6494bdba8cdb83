internal import CEngine
import Primitives

/// Blurs evenly over a range of sizes around a point, by passes of four copies each, as a streak does.
struct ZoomFilter: AreaFilter {
  /// In pixels of the layer, of their middles.
  let center: Point
  let amount: Double

  var readsFreely: Bool { true }

  /// The sizes of each pass's copies. Sizes multiply, so they are even on a logarithmic scale.
  private func passes(over size: PixelSize) -> [[Double]] {
    let corners = [Point(x: 0, y: 0), Point(x: Double(size.width), y: Double(size.height))]
    let reach = corners.map { max(($0.x - center.x).magnitude, ($0.y - center.y).magnitude) }.max() ?? 0
    var count = 1
    while Double(count) * 2 < amount * reach, count < 1 << 10 { count *= 2 }
    var passes: [[Double]] = []
    var left = count
    while left > 1 {
      let copies = min(left, 4)
      let step = amount * Double(left / copies) / Double(count)
      passes.append((0..<copies).map { ExactMath.exp((Double($0) - Double(copies - 1) / 2) * step) })
      left /= copies
    }
    return passes
  }

  func run(from source: RowPort, to sink: RowPort) {
    let passes = passes(over: source.size)
    var source = source
    for (index, scales) in passes.enumerated() {
      let isLast = index == passes.count - 1
      let next = isLast ? sink : source.buffer()
      lay(scales, of: source, to: next)
      source = next
    }
    if passes.isEmpty { lay([1], of: source, to: sink) }
  }

  private func lay(_ scales: [Double], of source: RowPort, to sink: RowPort) {
    guard case .deep(let deep) = source.store else { return }
    let (width, height) = (source.size.width, source.size.height)
    let columns = scales.map { ColumnPlaces(width: width, around: center.x, scale: $0) }
    // One number more, which weighs nothing where a row is one pixel wide.
    let (row, line) = (FilterRow(width: width), FilterLine(width + 1))
    let gain = 1 / Float(scales.count)
    for y in 0..<height {
      row.planes.update(repeating: 0, count: source.rowCount)
      for (scale, columns) in zip(scales, columns) {
        let rows = RowPair(center.y + (Double(y) - center.y) * scale, height: height)
        for plane in 0..<source.planes {
          let start = plane * width
          libretto_between(
            deep.row(rows.upper) + start, deep.row(rows.lower) + start, rows.part, Int32(width),
            line.numbers)
          libretto_add_at(line.numbers, columns.places, columns.parts, Int32(width), gain, row[plane])
        }
      }
      sink.write(row, y)
    }
  }
}
