/// From one number to another, whichever is larger: `8...420`, or `0.45...0.25`, which falls.
///
/// Not a range of the standard library, which would stop the program where it ends below its begin.
public struct Reach: Hashable, Sendable {
  /// The number it begins with.
  public var from: Double
  /// The number it ends with.
  public var to: Double

  /// From one number to another.
  public init(from: Double, to: Double) {
    self.from = from
    self.to = to
  }

  /// The same as a range.
  public init(_ range: ClosedRange<Double>) { self.init(from: range.lowerBound, to: range.upperBound) }

  /// So much of the way from the first number to the second.
  package func value(at share: Double) -> Double { from + (to - from) * share }
}

/// From one number to another, whichever is larger: `0.45...0.25`.
@_disfavoredOverload
public func ... (from: Double, to: Double) -> Reach { Reach(from: from, to: to) }
