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
  /// A picture that covers the box, its dark parts first.
  case picture(PictureAsset)

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
    case .picture(let asset): "picture \(asset.path.name)"
    }
  }
}

/// A matte on its way from nothing to everything.
package struct MatteRun: Sendable {
  package var shape: MatteShape
  /// How much of the whole way a point takes to turn, 0 to 1, on the grid of drawings.
  package var softness: Double
  /// Whether what would be last is first.
  package var isReversed: Bool
  package var progress: Curve<Double>

  package init(
    _ shape: MatteShape, softness: Double, isReversed: Bool, progress: Curve<Double>
  ) {
    self.shape = shape
    self.softness = softness
    self.isReversed = isReversed
    self.progress = progress
  }
}
