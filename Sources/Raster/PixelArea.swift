import Primitives

/// Whole pixels from `left` up to `right` and from `top` up to `bottom`, which may be off the screen.
struct PixelArea: Hashable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// A whole screen.
  init(_ size: PixelSize) { self.init(left: 0, top: 0, right: size.width, bottom: size.height) }

  /// Every pixel that a rectangle touches; nil if it touches none, or is no rectangle.
  init?(around rect: Rect) {
    let farthest = 1e8
    guard rect.width > 0, rect.height > 0, max(rect.x.magnitude, rect.y.magnitude) < farthest,
      max(rect.width, rect.height) < farthest
    else { return nil }
    self.init(
      left: Int(rect.x.rounded(.down)), top: Int(rect.y.rounded(.down)), right: Int(rect.maxX.rounded(.up)),
      bottom: Int(rect.maxY.rounded(.up)))
  }

  var size: PixelSize { PixelSize(width: right - left, height: bottom - top) }

  func grown(by pixels: PixelSize) -> PixelArea {
    PixelArea(
      left: left - pixels.width, top: top - pixels.height, right: right + pixels.width,
      bottom: bottom + pixels.height)
  }

  func moved(_ x: Int, _ y: Int) -> PixelArea {
    PixelArea(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
  }

  /// The same, so many times as large around a point.
  func enlarged(around point: Point, by factor: Double) -> PixelArea {
    func moved(_ edge: Int, _ center: Double) -> Double {
      max(-1e6, min(1e6, center + (Double(edge) - center) * factor))
    }
    return PixelArea(
      left: Int(moved(left, point.x).rounded(.down)), top: Int(moved(top, point.y).rounded(.down)),
      right: Int(moved(right, point.x).rounded(.up)), bottom: Int(moved(bottom, point.y).rounded(.up)))
  }

  /// What both share; nil if that is nothing.
  func intersection(_ other: PixelArea) -> PixelArea? {
    let shared = PixelArea(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return shared.left < shared.right && shared.top < shared.bottom ? shared : nil
  }

  func union(_ other: PixelArea) -> PixelArea {
    PixelArea(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
