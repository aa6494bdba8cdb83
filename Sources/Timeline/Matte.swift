package import Primitives

/// In which order the points of a box turn from one thing to another, 0 first and 1 last.
///
/// Numbers are on the grid of drawings, counts at least 1.
package indirect enum MatteShape: Hashable, Sendable {
  /// All at once, bit by bit.
  case even
  /// Along a line through the box, from the one side or corner to the other.
  case linear(Direction)
  /// By strips, each of which is a line of its own.
  case blinds(count: Int, Direction)
  /// Around the middle, clockwise from the top, by so many hands.
  case clock(hands: Int)
  /// By the distance from a point: circles.
  case circle(center: Anchor)
  /// By the distance from the middle, measured in the box's own width and height.
  case ellipse
  case rectangle
  case diamond
  /// By how much a shape around a point grows, its corners in order; seen from the point, none hides
  /// another.
  case polygon([Point], center: Anchor)
  /// The squares of a chessboard, so many across the longer side: first the one half of them, then the
  /// other.
  case checker(count: Int)
  /// Squares, so many across the longer side, in any order.
  case tiles(count: Int, seed: UInt64)
  /// Patches like those of clouds, so many across the longer side.
  case clouds(count: Double, seed: UInt64)
  /// Patches with small ones at their edges, so many across the longer side, none of which turns at once.
  case embers(count: Double, seed: UInt64)
  /// A picture that covers the box, its dark parts first.
  case picture(PictureAsset)
  /// The arms of a spiral around the middle, from within each to where it meets the next.
  case spiral(arms: Int)

  package var name: String {
    switch self {
    case .even: "even"
    case .linear(let direction): "linear \(direction.rawValue)"
    case .blinds(let count, let direction): "\(count) blinds \(direction.rawValue)"
    case .clock(let hands): hands == 1 ? "clock" : "clock \(hands)"
    case .circle: "circle"
    case .ellipse: "ellipse"
    case .rectangle: "rectangle"
    case .diamond: "diamond"
    case .polygon(let corners, _): "polygon \(corners.count)"
    case .checker(let count): "checker \(count)"
    case .tiles(let count, _): "tiles \(count)"
    case .clouds(let count, _): "clouds \(count.brief)"
    case .embers(let count, _): "embers \(count.brief)"
    case .picture(let asset): "picture \(asset.path.name)"
    case .spiral(let arms): "spiral \(arms)"
    }
  }
}

extension MatteShape {
  /// Which kind it is, in fingerprints and for the kernel: as `LibrettoMatteKind` counts.
  private var kind: UInt32 {
    switch self {
    case .even: 0
    case .linear: 1
    case .blinds: 2
    case .clock: 3
    case .circle: 4
    case .ellipse: 5
    case .rectangle: 6
    case .diamond: 7
    case .polygon: 8
    case .checker: 9
    case .tiles: 10
    case .clouds: 11
    case .picture: 12
    case .spiral: 13
    case .embers: 14
    }
  }

  /// Its numbers in a box of a size; nil for what the kernel doesn't write.
  package func kernel(in size: Size) -> MatteKernel? {
    let kernel = MatteKernel(kind)
    return switch self {
    case .even, .picture: nil
    case .linear(let way): kernel.going(way)
    case .blinds(let count, let way): kernel.going(way).counting(Double(count))
    case .clock(let hands): kernel.counting(Double(hands))
    case .circle(let center): kernel.circling(center, in: size)
    case .ellipse, .rectangle, .diamond: kernel
    case .polygon(let corners, let center): kernel.growing(corners, around: center, in: size)
    case .checker(let count): kernel.counting(Double(count))
    case .tiles(let count, let seed): kernel.counting(Double(count), seed: seed)
    case .clouds(let count, let seed), .embers(let count, let seed): kernel.counting(count, seed: seed)
    case .spiral(let arms): kernel.counting(Double(arms)).circling(.center, in: size)
    }
  }
}

extension MatteShape: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(Int(kind))
    if case .picture(let asset) = self {
      writer.write(asset.facts.digest)
      writer.write(asset.facts.size.width)
      writer.write(asset.facts.size.height)
      writer.write(asset.facts.hasAlpha)
      writer.write(asset.facts.isVector)
    }
    // What depends on the box is worked out of the rest.
    guard let kernel = kernel(in: Size(width: 1, height: 1)) else { return }
    for number in [kernel.way.x, kernel.way.y, kernel.center.x, kernel.center.y, kernel.count] {
      writer.write(number)
    }
    writer.write(kernel.seed)
    writer.write(kernel.corners.count)
    for corner in kernel.corners { writer.write(corner) }
  }
}
