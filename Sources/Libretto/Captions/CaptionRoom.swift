import Primitives

/// The part of a screen that captions keep to, in pixels.
package struct CaptionRoom: Sendable {
  package let area: Rect
  /// What stands in the middle does so on the screen, not in the area.
  private let middle: Double

  init(_ safe: SafeArea, on screen: Size) {
    area = Rect(
      x: safe.area.x * screen.width, y: safe.area.y * screen.height,
      width: safe.area.width * screen.width, height: safe.area.height * screen.height)
    middle = safe.keepsMiddle ? screen.width / 2 : area.x + area.width / 2
  }

  /// Where a spot is.
  func point(of spot: Spot) -> Point {
    // Spots keep away from edges by themselves; here the area does.
    func inner(_ share: Double) -> Double { share < 0.06 ? 0 : share > 0.94 ? 1 : share }
    let across = inner(spot.point.x)
    return Point(
      x: across == 0.5 ? middle : area.x + across * area.width,
      y: area.y + inner(spot.point.y) * area.height)
  }

  /// How wide may be what stands there.
  func width(at spot: Spot) -> Double {
    guard spot.anchor.x == 0.5 else { return area.width }
    return 2 * max(0, min(middle - area.x, area.maxX - middle))
  }
}
