internal import CEngine
import Primitives

/// From where to where each row of an area may be seen.
struct RowReaches {
  private let area: PixelArea
  private(set) var rows: [LibrettoReach]

  init(all area: PixelArea) {
    self.area = area
    rows = Array(
      repeating: LibrettoReach(low: Int32(area.left), high: Int32(area.right)), count: area.size.height)
  }

  /// What an outline touches, taken to the screen by a matrix; a bit more where it has curves.
  init(of outline: Outline, at matrix: Matrix, in area: PixelArea) {
    self.area = area
    let nothing = LibrettoReach(low: Int32(area.right), high: Int32(area.left))
    rows = Array(repeating: nothing, count: area.size.height)
    var (start, last) = (Point.zero, Point.zero)
    for step in outline.steps {
      switch step {
      case .move(let point):
        take(in: last, start)
        start = matrix.apply(point)
        last = start
      case .line(let point):
        let end = matrix.apply(point)
        take(in: last, end)
        last = end
      case .curve(let first, let second, let end):
        // A curve stays among the lines between its points.
        let points = [last, matrix.apply(first), matrix.apply(second), matrix.apply(end)]
        for (index, one) in points.enumerated() {
          for other in points[(index + 1)...] { take(in: one, other) }
        }
        last = points[3]
      case .close:
        take(in: last, start)
        last = start
      }
    }
    take(in: last, start)
  }

  /// Lets rows reach as far as a line, and two pixels more: where it is, is rounded when it is painted.
  private mutating func take(in first: Point, _ second: Point) {
    let (upper, lower) = first.y < second.y ? (first, second) : (second, first)
    let slope = lower.y > upper.y ? (lower.x - upper.x) / (lower.y - upper.y) : 0
    let (top, bottom) = (Double(area.top), Double(area.bottom))
    guard upper.y < bottom + 2, lower.y > top - 2 else { return }
    let firstRow = max(area.top, Int(max(top, upper.y - 1).rounded(.down)))
    let endRow = min(area.bottom, Int(min(bottom, lower.y + 2).rounded(.up)))
    guard firstRow < endRow else { return }
    for row in firstRow..<endRow {
      func place(_ y: Double) -> Double {
        if y <= upper.y { return upper.x }
        return y >= lower.y ? lower.x : upper.x + (y - upper.y) * slope
      }
      var (left, right) = (place(Double(row) - 1), place(Double(row) + 2))
      if lower.y - upper.y < 3 { (left, right) = (min(upper.x, lower.x), max(upper.x, lower.x)) }
      let index = row - area.top
      rows[index].low = min(rows[index].low, area.column(min(left, right) - 2))
      rows[index].high = max(rows[index].high, area.column(max(left, right) + 3))
    }
  }
}

extension PixelArea {
  /// The whole column at a place, or the nearest one of the area.
  fileprivate func column(_ place: Double) -> Int32 {
    guard place > Double(left) else { return Int32(left) }
    return place < Double(right) ? Int32(place.rounded(.down)) : Int32(right)
  }
}
