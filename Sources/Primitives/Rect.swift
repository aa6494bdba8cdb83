/// A rectangle by its top left corner and its extent.
public struct Rect: Hashable, Sendable {
  /// Of its left side.
  public var x: Double
  /// Of its upper side.
  public var y: Double
  /// To the right of its left side.
  public var width: Double
  /// Down from its upper side.
  public var height: Double

  /// In the units of whoever asks, y down.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

extension Rect {
  package init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

  package var center: Point { Point(x: x + width / 2, y: y + height / 2) }
  package var size: Size { Size(width: width, height: height) }
  package var maxX: Double { x + width }
  package var maxY: Double { y + height }

  /// With so much more on the left and right, and above and below.
  package func grown(by padding: Size) -> Rect {
    Rect(
      x: x - padding.width, y: y - padding.height, width: width + 2 * padding.width,
      height: height + 2 * padding.height)
  }

  /// Around it, from the top left one on.
  package var corners: [Point] {
    [Point(x: x, y: y), Point(x: maxX, y: y), Point(x: maxX, y: maxY), Point(x: x, y: maxY)]
  }

  /// The smallest upright box around it once a matrix took it elsewhere.
  package func box(at matrix: Matrix) -> Rect {
    corners.map(matrix.apply).bounds ?? self
  }

  /// The rectangle between two, `progress` (0 to 1) of the way.
  package static func between(_ start: Rect, _ end: Rect, _ progress: Double) -> Rect {
    func mix(_ from: Double, _ to: Double) -> Double { from + (to - from) * progress }
    return Rect(
      x: mix(start.x, end.x), y: mix(start.y, end.y),
      width: mix(start.width, end.width), height: mix(start.height, end.height))
  }
}

extension [Point] {
  /// The smallest upright box around all of them; nil for none.
  package var bounds: Rect? {
    guard let left = map(\.x).min(), let right = map(\.x).max(), let top = map(\.y).min(),
      let bottom = map(\.y).max()
    else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension [Rect] {
  /// The smallest box around all of them; nil for none.
  package var bounds: Rect? { flatMap(\.corners).bounds }
}
