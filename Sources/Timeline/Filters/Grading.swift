package import Primitives

/// Filters that make other colors of colors, each pixel for itself.
package enum Grading: FilterFamily {
  case matrix(ColorMatrix)
  /// Red, green and blue each along a curve.
  case curves(ToneCurve, ToneCurve, ToneCurve)
  /// As a table says, so much of the way; the digest is of the file's bytes.
  case table(Fingerprint, strength: Double)
  /// By brightness alone, in colors from black to white, so much of the way.
  case gradient([Color], strength: Double)

  package var doesNothing: Bool {
    switch self {
    case .matrix(let matrix): matrix == .identity
    case .curves(let red, let green, let blue): [red, green, blue].allSatisfy(\.isStraight)
    case .table(_, let strength): strength == 0
    case .gradient(let colors, let strength): strength == 0 || colors.isEmpty
    }
  }

  package var name: String {
    switch self {
    case .matrix(let matrix): "colors × \(matrix.numbers.map(\.brief).joined(separator: " "))"
    case .curves(let red, let green, let blue):
      "curves \(red.name)" + (red == green && green == blue ? "" : ", \(green.name), \(blue.name)")
    case .table(let digest, let strength): "table \("\(digest)".prefix(8)) \(strength.brief)"
    case .gradient(let colors, let strength):
      "gradient \(colors.map { "\($0)" }.joined(separator: " ")) \(strength.brief)"
    }
  }

  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .matrix(let matrix):
      writer.write(0)
      for number in matrix.numbers { writer.write(number) }
    case .curves(let red, let green, let blue):
      writer.write(1)
      for curve in [red, green, blue] { curve.write(to: &writer) }
    case .table(let digest, let strength):
      writer.write(2)
      writer.write(digest)
      writer.write(strength)
    case .gradient(let colors, let strength):
      writer.write(3)
      writer.write(colors.count)
      for color in colors { writer.write(color) }
      writer.write(strength)
    }
  }
}

/// How bright a color comes out.
package enum ToneCurve: Hashable, Sendable {
  /// `gain × (x + lift × (1 − x))` to the power of 1 / gamma.
  case balance(lift: Double, gamma: Double, gain: Double)
  /// Smoothly through points, in order, without going beyond them.
  case through([Point])

  var isStraight: Bool {
    switch self {
    case .balance(let lift, let gamma, let gain): lift == 0 && gamma == 1 && gain == 1
    case .through(let points): points.allSatisfy { $0.x == $0.y } && points.count < 3 || points.isEmpty
    }
  }

  var name: String {
    switch self {
    case .balance(let lift, let gamma, let gain):
      "lift \(lift.brief) gamma \(gamma.brief) gain \(gain.brief)"
    case .through(let points):
      "through \(points.map { "\($0.x.brief),\($0.y.brief)" }.joined(separator: " "))"
    }
  }

  func write(to writer: inout Fingerprinter) {
    switch self {
    case .balance(let lift, let gamma, let gain):
      writer.write(0)
      for number in [lift, gamma, gain] { writer.write(number) }
    case .through(let points):
      writer.write(1)
      writer.write(points.count)
      for point in points { writer.write(point) }
    }
  }
}

extension ToneCurve {
  /// Smoothly through levels that are spread evenly from black to white.
  package static func spread(_ levels: [Double]) -> ToneCurve {
    .through(
      levels.enumerated().map {
        Point(x: (Double($0) / Double(max(1, levels.count - 1))).snappedToRatioGrid, y: $1)
      })
  }

  /// What becomes of a brightness from 0 to 1.
  package func callAsFunction(_ level: Double) -> Double {
    switch self {
    case .balance(let lift, let gamma, let gain):
      let raised = gain * (level + lift * (1 - level))
      if raised <= 0 { return 0 }
      return gamma == 1 ? raised : ExactMath.power(raised, 1 / gamma)
    case .through(let points): return ToneCurve.value(of: points, at: level)
    }
  }

  /// A cubic between neighbours that never overshoots (Fritsch and Carlson, 1980).
  private static func value(of points: [Point], at x: Double) -> Double {
    guard let first = points.first, let last = points.last else { return x }
    if x <= first.x { return first.y }
    if x >= last.x { return last.y }
    let next = points.firstIndex { $0.x > x } ?? points.count - 1
    let (a, b) = (points[next - 1], points[next])
    let width = b.x - a.x
    let place = (x - a.x) / width
    let (start, end) = (slope(at: next - 1, of: points) * width, slope(at: next, of: points) * width)
    let (square, cube) = (place * place, place * place * place)
    return a.y * (2 * cube - 3 * square + 1) + start * (cube - 2 * square + place)
      + b.y * (3 * square - 2 * cube) + end * (cube - square)
  }

  private static func slope(at index: Int, of points: [Point]) -> Double {
    func rise(_ index: Int) -> Double {
      (points[index + 1].y - points[index].y) / (points[index + 1].x - points[index].x)
    }
    if index == 0 { return rise(0) }
    if index == points.count - 1 { return rise(index - 1) }
    let (before, after) = (rise(index - 1), rise(index))
    return before * after <= 0 ? 0 : 2 * before * after / (before + after)
  }
}
