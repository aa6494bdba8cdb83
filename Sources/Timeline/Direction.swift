package import Primitives

/// The way something moves on screen.
public enum Direction: String, Hashable, Sendable {
  /// Towards a side: where things go, rather than where they come from.
  case up, down, left, right
  /// Towards a corner.
  case upLeft, upRight, downLeft, downRight

  /// The same as `.right`.
  public static let leftToRight = Direction.right
  /// The same as `.left`.
  public static let rightToLeft = Direction.left
  /// The same as `.down`.
  public static let topToBottom = Direction.down
  /// The same as `.up`.
  public static let bottomToTop = Direction.up

  /// One step that way; a diagonal one goes as far across as a straight one, and as far down.
  package var unit: Point {
    switch self {
    case .up: Point(x: 0, y: -1)
    case .down: Point(x: 0, y: 1)
    case .left: Point(x: -1, y: 0)
    case .right: Point(x: 1, y: 0)
    case .upLeft: Point(x: -1, y: -1)
    case .upRight: Point(x: 1, y: -1)
    case .downLeft: Point(x: -1, y: 1)
    case .downRight: Point(x: 1, y: 1)
    }
  }
}
