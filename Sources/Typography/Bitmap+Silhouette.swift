import Primitives

extension Bitmap {
  /// The smallest box around what isn't clear, in a picture stretched over a box; nil if all is.
  func ink(in box: Rect) -> Rect? {
    var (left, top, right, bottom) = (size.width, size.height, 0, 0)
    for y in 0..<size.height {
      for x in 0..<size.width where alpha(x, y) > 0 {
        (left, right) = (min(left, x), max(right, x + 1))
        (top, bottom) = (min(top, y), max(bottom, y + 1))
      }
    }
    guard left < right else { return nil }
    let (width, height) = (box.width / Double(size.width), box.height / Double(size.height))
    return Rect(
      x: box.x + Double(left) * width, y: box.y + Double(top) * height, width: Double(right - left) * width,
      height: Double(bottom - top) * height)
  }

  /// The edge of what is more than half opaque, in a picture stretched over a box.
  ///
  /// Marching squares: the corners of each square are the middles of four pixels, and the edge crosses
  /// its sides where the alpha between two of them is half. The inside is on the right of the edge.
  func silhouette(in box: Rect) -> Outline {
    let columns = size.width + 1
    // A side is named by the pixel at its left or upper end, twice, and one more if it goes down.
    func side(_ x: Int, _ y: Int, down: Bool) -> Int { (y * (columns + 1) + x) * 2 + (down ? 1 : 0) }
    var next = [Int](repeating: -1, count: (columns + 1) * (size.height + 2) * 2)
    for y in 0..<size.height + 1 {
      for x in 0..<columns {
        // The square between the pixels (x − 1, y − 1) and (x, y).
        let corners = [alpha(x - 1, y - 1), alpha(x, y - 1), alpha(x, y), alpha(x - 1, y)].map { $0 > 127 }
        if corners.allSatisfy({ $0 == corners[0] }) { continue }
        let sides = [
          side(x, y, down: false), side(x + 1, y, down: true), side(x, y + 1, down: false),
          side(x, y, down: true),
        ]
        // Around the square, the edge comes in where the inside begins and leaves where it ends.
        for corner in 0..<4 where !corners[corner] && corners[(corner + 1) & 3] {
          var end = (corner + 1) & 3
          while corners[(end + 1) & 3] { end = (end + 1) & 3 }
          next[sides[end]] = sides[corner]
        }
      }
    }
    var steps: [Outline.Step] = []
    for start in next.indices where next[start] >= 0 {
      var place = start
      steps.append(.move(crossing(at: place, columns: columns, in: box)))
      while next[place] >= 0 {
        let following = next[place]
        next[place] = -1
        place = following
        if next[place] >= 0 { steps.append(.line(crossing(at: place, columns: columns, in: box))) }
      }
      steps.append(.close)
    }
    return Outline(steps)
  }

  private func alpha(_ x: Int, _ y: Int) -> Int {
    (0..<size.width).contains(x) && (0..<size.height).contains(y)
      ? Int(pixels[y * size.width + x] >> 24) : 0
  }

  /// Where the edge crosses a side.
  private func crossing(at side: Int, columns: Int, in box: Rect) -> Point {
    let (x, y) = (side / 2 % (columns + 1) - 1, side / 2 / (columns + 1) - 1)
    let goesDown = side & 1 == 1
    let (from, to) = (alpha(x, y), goesDown ? alpha(x, y + 1) : alpha(x + 1, y))
    let share = (127.5 - Double(from)) / Double(to - from)
    let (column, row) = (Double(x) + 0.5 + (goesDown ? 0 : share), Double(y) + 0.5 + (goesDown ? share : 0))
    return Point(
      x: box.x + column / Double(size.width) * box.width,
      y: box.y + row / Double(size.height) * box.height)
  }
}
