/// How far something is turned, clockwise on screen.
public struct Angle: Hashable, Sendable {
  /// 2π is all the way round.
  public var radians: Double

  /// As mathematicians measure: 2π is all the way round.
  public init(radians: Double) { self.radians = radians }

  /// 360 is all the way round.
  public static func degrees(_ degrees: Double) -> Angle { Angle(radians: degrees / 180 * .pi) }
  /// 1 is all the way round.
  public static func turns(_ turns: Double) -> Angle { Angle(radians: turns * 2 * .pi) }
  /// Not turned.
  public static let zero = Angle(radians: 0)

  /// 360 is all the way round.
  public var degrees: Double { radians * 180 / .pi }
}

extension Angle: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A bare number is degrees.
  public init(integerLiteral degrees: Int) { self = .degrees(Double(degrees)) }
  /// A bare number is degrees.
  public init(floatLiteral degrees: Double) { self = .degrees(degrees) }
}
