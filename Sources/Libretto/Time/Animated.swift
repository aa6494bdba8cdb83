/// A value that may change while its element is on stage, by the element's own clock.
///
/// A plain value is one that stays. In builders, literals, `Double` expressions, closures of local
/// seconds, and the forms below can all be said in its place.
public struct Animated<Value: Animatable>: Sendable {
  package indirect enum Source: Sendable {
    case constant(Value)
    case keyframes([Keyframe<Value>])
    case spring(from: Value, to: Value, Spring, at: Moment)
    case noise(Value, Value, every: Length, Noise)
    case computed(@Sendable (Double) -> Value)
    case repeated(Animated, from: Moment, every: Length, count: Int?, thereAndBack: Bool)
    case combined(Animated, Animated, @Sendable (Value, Value) -> Value)
    case derived(@Sendable (any CurveResolver) -> Curve<Value>?)
  }

  package let source: Source

  package init(_ source: Source) { self.source = source }

  public init(_ value: Value) { source = .constant(value) }

  package var isConstant: Bool { if case .constant = source { true } else { false } }

  /// Passes through values at moments; outside them the nearest one holds.
  public static func keyframes(_ keys: Keyframe<Value>...) -> Animated { Animated(.keyframes(keys)) }

  /// Passes through a list of them.
  public static func keyframes(_ keys: [Keyframe<Value>]) -> Animated { Animated(.keyframes(keys)) }

  /// The same with one easing all the way: `.keyframes([0: 1, 2.5: 1.2], easing: .easeInOut)`.
  public static func keyframes(
    _ keys: KeyValuePairs<Moment, Value>, easing: Easing = .linear
  ) -> Animated {
    Animated(.keyframes(keys.map { Keyframe(moment: $0.key, value: $0.value, easing: easing) }))
  }

  /// Goes from one value to another within a length.
  public static func ramp(
    from start: Value, to end: Value, over length: Length, at moment: Moment = .start,
    easing: Easing = .easeInOut
  ) -> Animated {
    .keyframes(.at(moment, start), .at(moment + length, end, easing))
  }

  /// Is let go at a moment and swings to its end.
  public static func spring(
    from start: Value, to end: Value, at moment: Moment = .start, _ spring: Spring = .smooth
  ) -> Animated {
    Animated(.spring(from: start, to: end, spring, at: moment))
  }

  /// Wanders between two values, the same way each time for the same seed.
  public static func noise(
    _ low: Value, _ high: Value, every length: Length = 1, seed: Noise
  ) -> Animated {
    Animated(.noise(low, high, every: length, seed))
  }

  /// Whatever is computed from seconds since the element began.
  public static func computed(_ value: @escaping @Sendable (Double) -> Value) -> Animated {
    Animated(.computed(value))
  }
}

extension Animated: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Value.IntegerLiteralType) {
    source = .constant(Value(integerLiteral: value))
  }
}

extension Animated: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Value.FloatLiteralType) { source = .constant(Value(floatLiteral: value)) }
}

extension Animated<Measure> {
  /// Both at once: `.percent(100) - 40`.
  public static func + (left: Animated, right: Animated) -> Animated {
    Animated(.combined(left, right) { $0 + $1 })
  }

  public static func - (left: Animated, right: Animated) -> Animated {
    Animated(.combined(left, right) { $0 - $1 })
  }

  public static func pixels(_ count: Double) -> Animated { Animated(Measure.pixels(count)) }
  public static func percent(_ percent: Double) -> Animated { Animated(Measure.percent(percent)) }
  public static func vmin(_ percent: Double) -> Animated { Animated(Measure.vmin(percent)) }
  public static func vmax(_ percent: Double) -> Animated { Animated(Measure.vmax(percent)) }
}

extension Animated<Angle> {
  public static func degrees(_ degrees: Double) -> Animated { Animated(Angle.degrees(degrees)) }
  public static func turns(_ turns: Double) -> Animated { Animated(Angle.turns(turns)) }
}

extension Noise: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  public init(integerLiteral seed: UInt64) { self.init(seed: seed) }
  public init(stringLiteral name: String) { self.init(name) }
}
