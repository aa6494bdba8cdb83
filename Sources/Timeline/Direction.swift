package import Primitives

/// The way something moves on screen.
public enum Direction: String, Hashable, Sendable {
  case up, down, left, right
  case upLeft, upRight, downLeft, downRight

  public static let leftToRight = Direction.right
  public static let rightToLeft = Direction.left
  public static let topToBottom = Direction.down
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
