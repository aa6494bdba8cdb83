internal import CEngine
import Primitives

/// Parts red and blue from green: moved apart, or one larger and one smaller.
struct SplitFilter: AreaFilter {
  enum Way {
    case apart(Point)
    /// Around a point in pixels of the layer.
    case outward(Point, amount: Double)
  }

  let way: Way

  var readsFreely: Bool { true }

  func run(from source: RowPort, to sink: RowPort) {
    guard case .deep(let deep) = source.store else { return }
    let (width, height) = (source.size.width, source.size.height)
    // One number more, which weighs nothing where a row is one pixel wide.
    let (row, line) = (FilterRow(width: width), FilterLine(width + 1))
    let alphas = (0..<3).map { _ in FilterLine(width) }
    // Red, green and blue: which way, in shares of the distance.
    let columns = [-1.0, 0, 1].map { self.columns($0, width: width) }
    for y in 0..<height {
      row.planes.update(repeating: 0, count: source.rowCount)
      for (plane, side) in [-1.0, 0, 1].enumerated() {
        let rows = RowPair(place(y, side), height: height)
        func take(_ from: Int, _ to: UnsafeMutablePointer<Float>) {
          libretto_between(
            deep.row(rows.upper) + from * width, deep.row(rows.lower) + from * width, rows.part,
            Int32(width), line.numbers)
          libretto_add_at(
            line.numbers, columns[plane].places, columns[plane].parts, Int32(width), 1, to)
        }
        take(plane, row[plane])
        guard !source.isOpaque else { continue }
        alphas[plane].numbers.update(repeating: 0, count: width)
        take(3, alphas[plane].numbers)
      }
      // There is as much of a pixel as of what there is most.
      if !source.isOpaque {
        libretto_most(alphas[0].numbers, alphas[1].numbers, alphas[2].numbers, Int32(width), row[3])
      }
      sink.write(row, y)
    }
  }

  private func columns(_ side: Double, width: Int) -> ColumnPlaces {
    switch way {
    case .apart(let distance): ColumnPlaces(width: width, movedBy: side * distance.x)
    case .outward(let center, let amount):
      ColumnPlaces(width: width, around: center.x, scale: 1 + side * amount)
    }
  }

  private func place(_ y: Int, _ side: Double) -> Double {
    switch way {
    case .apart(let distance): Double(y) + side * distance.y
    case .outward(let center, let amount): center.y + (Double(y) - center.y) * (1 + side * amount)
    }
  }
}
