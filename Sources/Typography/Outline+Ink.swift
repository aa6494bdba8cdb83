import Primitives

extension Outline {
  /// The smallest upright box around it; nil if it has no extent.
  var inkBox: Rect? {
    var (x, y) = (Reach(), Reach())
    var last = Point.zero
    for step in steps {
      switch step {
      case .move(let end), .line(let end):
        x.cover(end.x)
        y.cover(end.y)
        last = end
      case .curve(let first, let second, let end):
        x.cover(last.x, first.x, second.x, end.x)
        y.cover(last.y, first.y, second.y, end.y)
        last = end
      case .close: break
      }
    }
    guard x.low < x.high, y.low < y.high else { return nil }
    return Rect(x: x.low, y: y.low, width: x.high - x.low, height: y.high - y.low)
  }
}

/// How far something reaches along one axis.
private struct Reach {
  var low = Double.infinity
  var high = -Double.infinity

  mutating func cover(_ place: Double) {
    low = min(low, place)
    high = max(high, place)
  }

  /// A cubic curve, which reaches farthest at its ends or where it turns.
  mutating func cover(_ start: Double, _ first: Double, _ second: Double, _ end: Double) {
    cover(start)
    cover(end)
    if (low...high).contains(first), (low...high).contains(second) { return }
    let a = 3 * (first - second) + end - start
    let b = 2 * (start - 2 * first + second)
    let c = first - start
    for t in Reach.roots(a, b, c) where t > 0 && t < 1 {
      let s = 1 - t
      cover(s * s * s * start + 3 * s * s * t * first + 3 * s * t * t * second + t * t * t * end)
    }
  }

  /// Where a·t² + b·t + c is zero.
  private static func roots(_ a: Double, _ b: Double, _ c: Double) -> [Double] {
    if a == 0 { return b == 0 ? [] : [-c / b] }
    let square = b * b - 4 * a * c
    guard square >= 0 else { return [] }
    // Of the two, the sum that doesn't cancel.
    let sum = -(b + (b < 0 ? -square.squareRoot() : square.squareRoot())) / 2
    return sum == 0 ? [0] : [sum / a, c / sum]
  }
}

extension Rect {
  /// The smallest box around both.
  func union(_ other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(
      x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// The smallest box around it with its edges on the grid for positions.
  var snappedOutward: Rect {
    func floor(_ place: Double) -> Double { ((place * 1024).rounded(.down) / 1024).snappedToPixelGrid }
    let (left, top) = (floor(x), floor(y))
    return Rect(x: left, y: top, width: -floor(-maxX) - left, height: -floor(-maxY) - top)
  }
}
