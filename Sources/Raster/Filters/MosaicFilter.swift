internal import CEngine
import Primitives

/// Makes cells of one color.
struct MosaicFilter: AreaFilter {
  let size: Double
  /// A corner of a cell, in pixels of the layer.
  let origin: Point

  func run(from source: RowPort, to sink: RowPort) {
    let (width, height) = (source.size.width, source.size.height)
    let (row, sums) = (FilterRow(width: width), FilterLine(source.rowCount))
    let columns = edges(from: origin.x, to: width)
    let rows = edges(from: origin.y, to: height)
    for (top, bottom) in zip(rows, rows.dropFirst()) {
      sums.numbers.update(repeating: 0, count: source.rowCount)
      for y in Int(top)..<Int(bottom) {
        source.read(y, into: row)
        libretto_add(row.planes, Int32(source.rowCount), sums.numbers)
      }
      for y in Int(top)..<Int(bottom) {
        libretto_row_cells(
          sums.numbers, Int32(width), Int32(source.planes), columns, Int32(columns.count - 1),
          Int32(bottom - top), row.planes)
        sink.write(row, y)
      }
    }
  }

  /// Where cells begin along an axis, from 0 to its end.
  private func edges(from origin: Double, to end: Int) -> [Int32] {
    var edges: [Int32] = [0]
    var number = (-origin / size).rounded(.down)
    while let last = edges.last, Int(last) < end {
      number += 1
      let edge = Int32(max(0, min(Double(end), (origin + number * size).rounded())))
      if edge > last { edges.append(edge) }
    }
    return edges
  }
}
