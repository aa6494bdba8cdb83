/// Functions built from `+ − × ÷` alone, so that every machine gives the same bits.
///
/// The C library's versions may differ between processors in the last bit; these may be a bit
/// less exact (relative error below 1e-14) and never differ.
package enum ExactMath {
  private static let ln2 = 0.693_147_180_559_945_3
  private static let pi = Double.pi

  package static func exp(_ x: Double) -> Double {
    guard x.isFinite else { return x > 0 ? .infinity : 0 }
    let clamped = max(-700, min(700, x))
    let powers = (clamped / ln2).rounded()
    let rest = clamped - powers * ln2
    var term = 1.0
    var sum = 1.0
    for n in 1...18 {
      term *= rest / Double(n)
      sum += term
    }
    return scaled(sum, byPowerOfTwo: Int(powers))
  }

  /// The natural logarithm; of what isn't positive, that of the smallest number.
  package static func log(_ x: Double) -> Double {
    let positive = max(x, .leastNormalMagnitude)
    let fraction = (positive.significand - 1) / (positive.significand + 1)
    let square = fraction * fraction
    var power = fraction
    var sum = 0.0
    for n in 0..<40 {
      sum += power / Double(2 * n + 1)
      power *= square
    }
    return 2 * sum + Double(positive.exponent) * ln2
  }

  package static func power(_ base: Double, _ exponent: Double) -> Double { exp(log(base) * exponent) }

  package static func sin(_ radians: Double) -> Double {
    guard radians.isFinite else { return 0 }
    let turns = (radians / (2 * pi)).rounded()
    var x = radians - turns * 2 * pi
    if x > pi / 2 { x = pi - x }
    if x < -pi / 2 { x = -pi - x }
    let square = x * x
    var term = x
    var sum = x
    for n in 1...12 {
      term *= -square / Double((2 * n) * (2 * n + 1))
      sum += term
    }
    return sum
  }

  package static func cos(_ radians: Double) -> Double { sin(radians + pi / 2) }

  private static func scaled(_ value: Double, byPowerOfTwo exponent: Int) -> Double {
    let half = exponent / 2
    return value * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: exponent - half, significand: 1)
  }
}
