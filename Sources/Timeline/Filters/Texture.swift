package import Primitives

/// Filters that make pixels look like those of something else.
package enum Texture: FilterFamily {
  /// Film grain of a size in pixels; the seed belongs to one frame.
  case grain(strength: Double, size: Double, seed: UInt64)
  /// The grain of color film: soft, in clumps, and slightly colored.
  case film(strength: Double, size: Double, seed: UInt64)
  /// Dark lines so far apart, down from the origin.
  case scanLines(strength: Double, period: Double, from: Double)
  /// Cells of one color, counted from the origin.
  case mosaic(size: Double, from: Point)
  /// Red and blue apart, each so far from green, to opposite sides.
  case split(x: Double, y: Double)
  /// Red larger and blue smaller around a point: by such a share of their distance from it.
  case fringe(Point, amount: Double)

  package var doesNothing: Bool {
    switch self {
    case .grain(let strength, _, _), .film(let strength, _, _), .scanLines(let strength, _, _):
      strength == 0
    // What is a pixel or less is that pixel.
    case .mosaic(let size, _): size <= 1
    case .split(let x, let y): x == 0 && y == 0
    case .fringe(_, let amount): amount == 0
    }
  }

  package var name: String {
    switch self {
    case .grain(let strength, let size, let seed):
      "grain \(strength.brief) size \(size.brief) seed \(String(seed, radix: 16))"
    case .film(let strength, let size, let seed):
      "film grain \(strength.brief) size \(size.brief) seed \(String(seed, radix: 16))"
    case .scanLines(let strength, let period, let origin):
      "scan lines \(strength.brief) every \(period.brief) from \(origin.brief)"
    case .mosaic(let size, let origin): "mosaic \(size.brief) from \(origin.x.brief),\(origin.y.brief)"
    case .split(let x, let y): "split \(x.brief),\(y.brief)"
    case .fringe(let point, let amount): "fringe \(amount.brief) at \(point.x.brief),\(point.y.brief)"
    }
  }

  package func write(to writer: inout Fingerprinter) {
    switch self {
    case .grain(let strength, let size, let seed):
      writer.write(0)
      writer.write(strength)
      writer.write(size)
      writer.write(seed)
    case .scanLines(let strength, let period, let origin):
      writer.write(1)
      for number in [strength, period, origin] { writer.write(number) }
    case .mosaic(let size, let origin):
      writer.write(2)
      writer.write(size)
      writer.write(origin)
    case .split(let x, let y):
      writer.write(3)
      writer.write(Point(x: x, y: y))
    case .fringe(let point, let amount):
      writer.write(4)
      writer.write(point)
      writer.write(amount)
    case .film(let strength, let size, let seed):
      writer.write(5)
      writer.write(strength)
      writer.write(size)
      writer.write(seed)
    }
  }
}
