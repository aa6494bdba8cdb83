/// How far something is turned, clockwise on screen.
public struct Angle: Hashable, Sendable {
  public var radians: Double

  public init(radians: Double) { self.radians = radians }

  public static func degrees(_ degrees: Double) -> Angle { Angle(radians: degrees / 180 * .pi) }
  public static func turns(_ turns: Double) -> Angle { Angle(radians: turns * 2 * .pi) }
  public static let zero = Angle(radians: 0)

  public var degrees: Double { radians * 180 / .pi }
}

extension Angle: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A bare number is degrees.
  public init(integerLiteral degrees: Int) { self = .degrees(Double(degrees)) }
  public init(floatLiteral degrees: Double) { self = .degrees(degrees) }
}
