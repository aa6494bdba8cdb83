/// What can be half-way between two of its values.
public protocol Animatable: Sendable {
  /// The value `progress` of the way from one to another; 0 and 1 give them back, and springs go beyond.
  static func mix(_ start: Self, _ end: Self, _ progress: Double) -> Self
}

extension Double: Animatable {
  public static func mix(_ start: Double, _ end: Double, _ progress: Double) -> Double {
    start + (end - start) * progress
  }
}

extension Angle: Animatable {
  public static func mix(_ start: Angle, _ end: Angle, _ progress: Double) -> Angle {
    Angle(radians: .mix(start.radians, end.radians, progress))
  }
}

extension Point: Animatable {
  public static func mix(_ start: Point, _ end: Point, _ progress: Double) -> Point {
    Point(x: .mix(start.x, end.x, progress), y: .mix(start.y, end.y, progress))
  }
}
