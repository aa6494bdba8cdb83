package import Primitives

/// A matte as numbers: what the kernel that writes it must know.
package struct MatteKernel: Sendable {
  /// As `LibrettoMatteKind` counts.
  package var kind: UInt32
  /// The way of lines and blinds: −1, 0 or 1.
  package var way = Point(x: 1, y: 0)
  /// Where circles and polygons grow from, in shares of the box.
  package var center = Anchor(x: 0, y: 0)
  /// Blinds, hands, or squares across the longer side.
  package var count = 1.0
  /// The radius of the last circle; how large a polygon is in the end, times its corners.
  package var reach = 1.0
  package var seed: UInt64 = 0
  package var corners: [Point] = []

  init(_ kind: UInt32) { self.kind = kind }

  func going(_ way: Direction) -> MatteKernel {
    var copy = self
    copy.way = way.unit
    return copy
  }

  func counting(_ count: Double, seed: UInt64 = 0) -> MatteKernel {
    var copy = self
    (copy.count, copy.seed) = (count, seed)
    return copy
  }

  /// Around a point, up to a circle that holds all of a box.
  func circling(_ center: Anchor, in size: Size) -> MatteKernel {
    let across = max(center.x, 1 - center.x) * size.width
    let down = max(center.y, 1 - center.y) * size.height
    var copy = self
    copy.center = center
    copy.reach = max(1e-3, (across * across + down * down).squareRoot())
    return copy
  }

  /// Around a point, up to a polygon that holds all of a box.
  func growing(_ corners: [Point], around center: Anchor, in size: Size) -> MatteKernel {
    var copy = self
    (copy.center, copy.corners) = (center, corners)
    copy.reach = MatteKernel.growth(of: corners, around: center, in: size)
    return copy
  }

  /// How much a polygon must grow to hold all of a box: as much as the points of the box's edge ask.
  private static func growth(of corners: [Point], around center: Anchor, in size: Size) -> Double {
    let steps = 48
    var most = 1e-3
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      for (x, y) in [(share, 0.0), (share, 1.0), (0.0, share), (1.0, share)] {
        let point = Point(x: (x - center.x) * size.width, y: (y - center.y) * size.height)
        most = max(most, gauge(point, corners))
      }
    }
    return most
  }

  private static func gauge(_ point: Point, _ corners: [Point]) -> Double {
    for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let area = a.x * b.y - a.y * b.x
      let first = (point.x * b.y - point.y * b.x) / area
      let second = (a.x * point.y - a.y * point.x) / area
      if first >= 0, second >= 0 { return first + second }
    }
    return 0
  }
}
