/// A point of a box as shares of its sides: (0, 0) is the top left corner, (1, 1) the bottom right one.
public struct Anchor: Hashable, Sendable {
  /// From the left side, 0, to the right, 1.
  public var x: Double
  /// From the upper side, 0, to the lower, 1.
  public var y: Double

  /// Any point, also outside of the box.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// (0, 0).
  public static let topLeft = Anchor(x: 0, y: 0)
  /// The middle of the upper side.
  public static let top = Anchor(x: 0.5, y: 0)
  /// (1, 0).
  public static let topRight = Anchor(x: 1, y: 0)
  /// The middle of the left side.
  public static let left = Anchor(x: 0, y: 0.5)
  /// The middle of the box.
  public static let center = Anchor(x: 0.5, y: 0.5)
  /// The middle of the right side.
  public static let right = Anchor(x: 1, y: 0.5)
  /// (0, 1).
  public static let bottomLeft = Anchor(x: 0, y: 1)
  /// The middle of the lower side.
  public static let bottom = Anchor(x: 0.5, y: 1)
  /// (1, 1).
  public static let bottomRight = Anchor(x: 1, y: 1)

  package func point(in size: Size) -> Point { Point(x: x * size.width, y: y * size.height) }
}
