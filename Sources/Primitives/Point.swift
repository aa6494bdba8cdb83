/// A place in a plane, x to the right and y down.
public struct Point: Hashable, Sendable {
  /// To the right.
  public var x: Double
  /// Down.
  public var y: Double

  /// So far to the right, and so far down.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The top left corner of whatever is measured from there.
  public static let zero = Point(x: 0, y: 0)
}

/// A width and a height.
public struct Size: Hashable, Sendable {
  /// From the left side to the right.
  public var width: Double
  /// From the upper side to the lower.
  public var height: Double

  /// In the units of whoever asks; on a canvas, its pixels.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  package static let zero = Size(width: 0, height: 0)

  package init(_ size: PixelSize) { self.init(width: Double(size.width), height: Double(size.height)) }
}

/// An extent in whole pixels.
public struct PixelSize: Hashable, Sendable, CustomStringConvertible {
  /// From the left side to the right.
  public var width: Int
  /// From the upper side to the lower.
  public var height: Int

  /// Any numbers; a canvas refuses what it can't be.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Such as `1920×1080`.
  public var description: String { "\(width)×\(height)" }
}
