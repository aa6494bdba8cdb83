package import Primitives

/// Filters that mix each pixel with others.
package enum Softening: FilterFamily {
  /// A Gaussian of so large a standard deviation each way.
  case gaussian(x: Double, y: Double)
  /// Evenly along a line of so many pixels each way, the pixel in its middle.
  case streak(x: Double, y: Double)
  /// Evenly along the way to a point, over a range of sizes: 0.1 is from 0.95 to 1.05 of the size.
  case zoom(Point, amount: Double)

  package var doesNothing: Bool {
    switch self {
    case .gaussian(let x, let y), .streak(let x, let y): x == 0 && y == 0
    case .zoom(_, let amount): amount == 0
    }
  }

  package var name: String {
    switch self {
    case .gaussian(let x, let y): "blur \(x.brief)" + (x == y ? "" : ",\(y.brief)")
    case .streak(let x, let y): "blur along \(x.brief),\(y.brief)"
    case .zoom(let point, let amount): "zoom blur \(amount.brief) at \(point.x.brief),\(point.y.brief)"
    }
  }

  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .gaussian(let x, let y):
      writer.write(0)
      writer.write(Point(x: x, y: y))
    case .streak(let x, let y):
      writer.write(1)
      writer.write(Point(x: x, y: y))
    case .zoom(let point, let amount):
      writer.write(2)
      writer.write(point)
      writer.write(amount)
    }
  }
}
