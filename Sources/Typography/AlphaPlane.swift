package import Primitives

/// How much of each pixel of a picture is covered, 0 to 255; beyond its edges nothing is.
package struct AlphaPlane {
  private let width: Int
  private let height: Int
  private let values: [UInt8]

  package init(size: PixelSize, values: [UInt8]) {
    precondition(values.count == size.width * size.height, "a plane has as many values as its size says")
    width = size.width
    height = size.height
    self.values = values
  }

  init(_ bitmap: Bitmap) {
    self.init(size: bitmap.size, values: bitmap.pixels.map { UInt8($0 >> 24) })
  }

  /// The smallest box around what isn't clear, in pixels; nil if all is.
  var inkBox: Rect? {
    var (left, top, right, bottom) = (width, height, 0, 0)
    for y in 0..<height {
      for x in 0..<width where values[y * width + x] > 0 {
        (left, right) = (min(left, x), max(right, x + 1))
        (top, bottom) = (min(top, y), max(bottom, y + 1))
      }
    }
    guard left < right else { return nil }
    return Rect(x: Double(left), y: Double(top), width: Double(right - left), height: Double(bottom - top))
  }

  /// The edge of what is covered by more than half, as polygons.
  ///
  /// Marching squares: the corners of each square are the middles of four pixels, and the edge crosses
  /// its sides where the cover between two of them is half. The inside is on the right of the edge.
  ///
  /// - Parameters:
  ///   - tolerance: how far from there the edge may be, in pixels, to have fewer corners.
  ///   - place: takes a place in the plane to where it is wanted.
  package func edge(tolerance: Double, _ place: (Point) -> Point) -> Outline {
    var next = links
    var steps: [Outline.Step] = []
    for start in next.indices where next[start] >= 0 {
      var corners: [Point] = []
      var side = start
      while next[side] >= 0 {
        corners.append(crossing(at: side))
        let following = next[side]
        next[side] = -1
        side = following
      }
      corners.simplify(tolerance: tolerance)
      for (index, corner) in corners.enumerated() {
        steps.append(index == 0 ? .move(place(corner)) : .line(place(corner)))
      }
      steps.append(.close)
    }
    return Outline(steps)
  }

  // A side of a square is named by the pixel at its left or upper end, twice, and one more if it goes
  // down. Pixels are counted from the one beyond the upper left corner.

  private var row: Int { width + 2 }

  /// For each side that the edge crosses, the side that it crosses next.
  private var links: [Int] {
    var next = [Int](repeating: -1, count: row * (height + 2) * 2)
    for y in 0...height {
      for x in 0...width {
        // The square between the pixels (x − 1, y − 1) and (x, y), and its sides, both clockwise from the
        // upper left.
        let inside =
          (isInside(x - 1, y - 1) ? 1 : 0) | (isInside(x, y - 1) ? 2 : 0) | (isInside(x, y) ? 4 : 0)
          | (isInside(x - 1, y) ? 8 : 0)
        if inside == 0 || inside == 15 { continue }
        let here = (y * row + x) * 2
        let sides = [here, here + 3, here + 2 * row, here + 1]
        // The edge comes in where the inside begins and leaves where it ends.
        for corner in 0..<4 where inside >> corner & 1 == 0 && inside >> ((corner + 1) & 3) & 1 == 1 {
          var end = (corner + 1) & 3
          while inside >> ((end + 1) & 3) & 1 == 1 { end = (end + 1) & 3 }
          next[sides[end]] = sides[corner]
        }
      }
    }
    return next
  }

  private func isInside(_ x: Int, _ y: Int) -> Bool { value(x, y) > 127 }

  private func value(_ x: Int, _ y: Int) -> UInt8 {
    x >= 0 && x < width && y >= 0 && y < height ? values[y * width + x] : 0
  }

  /// Where the edge crosses a side.
  private func crossing(at side: Int) -> Point {
    let (x, y) = (side / 2 % row - 1, side / 2 / row - 1)
    let goesDown = side & 1 == 1
    let (from, to) = (Double(value(x, y)), Double(goesDown ? value(x, y + 1) : value(x + 1, y)))
    let share = (127.5 - from) / (to - from)
    return Point(x: Double(x) + 0.5 + (goesDown ? 0 : share), y: Double(y) + 0.5 + (goesDown ? share : 0))
  }
}

extension [Point] {
  /// Leaves out corners of a polygon that are hardly any, after Douglas and Peucker.
  fileprivate mutating func simplify(tolerance: Double) {
    guard count > 4 else { return }
    var isKept = [Bool](repeating: false, count: count)
    // A polygon has no ends; its first corner and the one half-way round are taken for them.
    let half = count / 2
    (isKept[0], isKept[half]) = (true, true)
    var open = [(0, half), (half, count)]
    while let (start, end) = open.popLast() {
      let (first, last) = (self[start], self[end % count])
      var (farthest, distance) = (start, tolerance)
      for index in start + 1..<Swift.max(start + 1, end) {
        let away = self[index].distance(from: first, to: last)
        if away > distance { (farthest, distance) = (index, away) }
      }
      guard farthest > start else { continue }
      isKept[farthest] = true
      open += [(start, farthest), (farthest, end)]
    }
    self = indices.filter { isKept[$0] }.map { self[$0] }
  }
}

extension Point {
  /// How far it is from a line between two others.
  fileprivate func distance(from start: Point, to end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let (px, py) = (x - start.x, y - start.y)
    let square = dx * dx + dy * dy
    let along = square > 0 ? Swift.min(1, Swift.max(0, (px * dx + py * dy) / square)) : 0
    let (away, below) = (px - along * dx, py - along * dy)
    return (away * away + below * below).squareRoot()
  }
}
