import Primitives

/// What grows, or shrinks, in an iris.
public struct IrisShape: Hashable, Sendable {
  package var shape: MatteShape

  /// Around the middle, to the farthest corner.
  public static let circle = IrisShape(shape: .circle(center: .center))
  /// As wide and high as its box.
  public static let ellipse = IrisShape(shape: .ellipse)
  /// As wide and high as its box, with square corners.
  public static let rectangle = IrisShape(shape: .rectangle)
  /// A square on its corner, stretched with its box.
  public static let diamond = IrisShape(shape: .diamond)
  /// Six equal sides, one corner at the top.
  public static let hexagon: IrisShape = polygon(6)
  /// Five points, the first one at the top.
  public static let star: IrisShape = star(points: 5)

  /// Around any point of the box, to its farthest corner.
  public static func circle(at center: Anchor) -> IrisShape {
    IrisShape(shape: .circle(center: center.onGrid))
  }

  /// Equal sides, one corner at the top; at least three.
  public static func polygon(_ sides: Int, at center: Anchor = .center) -> IrisShape {
    let count = max(3, min(64, sides))
    let corners = (0..<count).map { IrisShape.point(Double($0) / Double(count), radius: 1) }
    return IrisShape(shape: .polygon(corners, center: center.onGrid))
  }

  /// So many points, the first one at the top; at least three.
  public static func star(points: Int, at center: Anchor = .center) -> IrisShape {
    let count = 2 * max(3, min(32, points))
    let corners = (0..<count).map {
      IrisShape.point(Double($0) / Double(count), radius: $0 % 2 == 0 ? 1 : 0.45)
    }
    return IrisShape(shape: .polygon(corners, center: center.onGrid))
  }

  /// A heart around its middle.
  public static let heart: IrisShape = {
    let count = 48
    let corners = (0..<count).map { index -> Point in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      let (sine, cosine) = (ExactMath.sin(angle), ExactMath.cos(angle))
      let double = 2 * cosine * cosine - 1
      let triple = cosine * (4 * cosine * cosine - 3)
      let fourfold = 2 * double * double - 1
      let y = 13 * cosine - 5 * double - 2 * triple - fourfold
      return Point(
        x: (sine * sine * sine).snappedToRatioGrid, y: (-(y + 2) / 16).snappedToRatioGrid)
    }
    return IrisShape(shape: .polygon(corners, center: .center))
  }()

  /// A point so far around a circle, clockwise from the top.
  private static func point(_ turn: Double, radius: Double) -> Point {
    let angle = 2 * Double.pi * turn
    return Point(
      x: (radius * ExactMath.sin(angle)).snappedToRatioGrid,
      y: (-radius * ExactMath.cos(angle)).snappedToRatioGrid)
  }
}

extension Anchor {
  fileprivate var onGrid: Anchor { Anchor(x: x.snappedToRatioGrid, y: y.snappedToRatioGrid) }
}
