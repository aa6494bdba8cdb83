internal import CEngine
import Primitives

/// Blurs evenly along a line: each pass takes four copies of what the one before left, so that a few passes take
/// hundreds.
struct StreakFilter: AreaFilter {
  let length: Point

  var readsFreely: Bool { true }

  /// Where the copies of each pass lie.
  private var passes: [[Point]] {
    let pixels = max(length.x.magnitude, length.y.magnitude)
    var count = 1
    while Double(count) * 1.5 < pixels, count < 1 << 12 { count *= 2 }
    var passes: [[Point]] = []
    var left = count
    while left > 1 {
      let copies = min(left, 4)
      // The farthest copies first; the last ones are a pixel or less apart.
      let step = Double(left / copies) / Double(count)
      passes.append(
        (0..<copies).map {
          let share = (Double($0) - Double(copies - 1) / 2) * step
          return Point(x: length.x * share, y: length.y * share)
        })
      left /= copies
    }
    return passes
  }

  func run(from source: RowPort, to sink: RowPort) {
    let passes = passes
    var source = source
    for (index, copies) in passes.enumerated() {
      let isLast = index == passes.count - 1
      let next = isLast ? sink : source.buffer()
      StreakFilter.lay(copies, of: source, to: next)
      source = next
    }
    if passes.isEmpty { StreakFilter.lay([.zero], of: source, to: sink) }
  }

  private static func lay(_ copies: [Point], of source: RowPort, to sink: RowPort) {
    guard case .deep(let deep) = source.store else { return }
    let (width, height) = (source.size.width, source.size.height)
    let (row, line) = (FilterRow(width: width), FilterLine(width))
    let gain = 1 / Float(copies.count)
    for y in 0..<height {
      row.planes.update(repeating: 0, count: source.rowCount)
      for copy in copies {
        let rows = RowPair(Double(y) + copy.y, height: height)
        let left = copy.x.rounded(.down)
        for plane in 0..<source.planes {
          let start = plane * width
          libretto_between(
            deep.row(rows.upper) + start, deep.row(rows.lower) + start, rows.part, Int32(width),
            line.numbers)
          libretto_add_moved(
            line.numbers, Int32(width), Int32(max(-1e6, min(1e6, left))), Float(copy.x - left), gain,
            row[plane])
        }
      }
      sink.write(row, y)
    }
  }
}

/// The rows above and below a place, and how far it is from the upper one.
struct RowPair {
  let upper: Int
  let lower: Int
  let part: Float

  init(_ place: Double, height: Int) {
    let inside = max(0, min(Double(height - 1), place))
    upper = Int(inside.rounded(.down))
    lower = min(height - 1, upper + 1)
    part = Float(inside - Double(upper))
  }
}

/// Where each pixel of a row comes from.
struct ColumnPlaces {
  private(set) var places: [Int32] = []
  private(set) var parts: [Float] = []

  /// When the row is made larger around a point: one over how much.
  init(width: Int, around center: Double, scale: Double) {
    self.init(width: width) { center + ($0 - center) * scale }
  }

  init(width: Int, movedBy distance: Double) { self.init(width: width) { $0 + distance } }

  private init(width: Int, _ source: (Double) -> Double) {
    places.reserveCapacity(width)
    parts.reserveCapacity(width)
    for x in 0..<width {
      let place = max(0, min(Double(width - 1), source(Double(x))))
      let left = max(0, min(Double(width - 2), place.rounded(.down)))
      places.append(Int32(left))
      parts.append(Float(place - left))
    }
  }
}
