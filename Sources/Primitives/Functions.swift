// The functions authors want for movements, the same to the last bit on every machine. Whoever imports Foundation beside
// Libretto has its own.

/// The sine of an angle in radians: `sin(seconds * 2 * .pi)` swings once a second.
@_disfavoredOverload
public func sin(_ radians: Double) -> Double { ExactMath.sin(radians) }

/// The cosine of an angle in radians.
@_disfavoredOverload
public func cos(_ radians: Double) -> Double { ExactMath.cos(radians) }

/// The tangent of an angle in radians.
@_disfavoredOverload
public func tan(_ radians: Double) -> Double { ExactMath.sin(radians) / ExactMath.cos(radians) }

/// The square root; no number below zero.
@_disfavoredOverload
public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// *e* to a power: `exp(-3 * seconds)` dies away.
@_disfavoredOverload
public func exp(_ x: Double) -> Double { ExactMath.exp(x) }

/// The natural logarithm of a number above zero.
@_disfavoredOverload
public func log(_ x: Double) -> Double { x > 0 ? ExactMath.log(x) : x == 0 ? -.infinity : .nan }

/// A number above zero to any power, any other to a whole one.
@_disfavoredOverload
public func pow(_ base: Double, _ exponent: Double) -> Double {
  if let whole = Int(exactly: exponent), whole.magnitude <= 1024 {
    let product = (0..<whole.magnitude).reduce(1.0) { product, _ in product * base }
    return whole < 0 ? 1 / product : product
  }
  return base > 0 ? ExactMath.power(base, exponent) : base == 0 ? (exponent > 0 ? 0 : .infinity) : .nan
}
