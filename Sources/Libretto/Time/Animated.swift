import Synchronization

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
    case computed(Computation<Value>)
    case repeated(Animated, from: Moment, every: Length, count: Int?, thereAndBack: Bool)
    case combined(Animated, Animated, @Sendable (Value, Value) -> Value)
    case derived(@Sendable (any CurveResolver) -> Curve<Value>?)
    /// With nothing left to resolve.
    case resolved(Curve<Value>)
  }

  package let source: Source

  package init(_ source: Source) { self.source = source }

  /// A value that stays.
  public init(_ value: Value) { source = .constant(value) }

  package var isConstant: Bool { if case .constant = source { true } else { false } }
}

/// What an author computes from seconds. It may be asked for from several threads, and answers one at a time.
package final class Computation<Value>: Sendable {
  private let compute: Mutex<(Double) -> Value>

  init(_ compute: sending @escaping (Double) -> Value) { self.compute = Mutex(compute) }

  func value(at seconds: Double) -> Value where Value: Sendable { compute.withLock { $0(seconds) } }
}

extension Animated {
  /// Passes through values at moments; outside them the nearest one holds.
  public static func keyframes(_ keys: Keyframe<Value>...) -> Animated { Animated(.keyframes(keys)) }

  /// Passes through a list of them.
  public static func keyframes(_ keys: [Keyframe<Value>]) -> Animated { Animated(.keyframes(keys)) }

  /// The same with one easing all the way: `.keyframes([0: .red, 2.5: .gold], easing: .easeInOut)`.
  public static func keyframes(
    _ keys: KeyValuePairs<Moment, Value>, easing: Easing = .linear
  ) -> Animated {
    Animated(keys: keys, easing)
  }

  /// Goes from one value to another within a length.
  public static func ramp(
    from start: Value, to end: Value, over length: some LengthForm,
    at moment: some MomentForm = Moment.start, easing: Easing = .easeInOut
  ) -> Animated {
    Animated(from: start, to: end, over: length.length, at: moment.moment, easing)
  }

  /// Is let go at a moment and swings to its end.
  public static func spring(
    from start: Value, to end: Value, at moment: some MomentForm = Moment.start,
    _ spring: Spring = .smooth
  ) -> Animated {
    Animated(.spring(from: start, to: end, spring, at: moment.moment))
  }

  /// Wanders between two values, the same way each time for the same seed.
  public static func noise(
    _ low: Value, _ high: Value, every length: some LengthForm = 1, seed: Noise
  ) -> Animated {
    Animated(.noise(low, high, every: length.length, seed))
  }

  /// Whatever is computed from seconds since the element began.
  public static func computed(_ value: sending @escaping (Double) -> Value) -> Animated {
    Animated(.computed(Computation(value)))
  }
}

extension Animated {
  init(keys: KeyValuePairs<Moment, Value>, _ easing: Easing) {
    self.init(.keyframes(keys.map { Keyframe(moment: $0.key, value: $0.value, easing: easing) }))
  }

  init(from start: Value, to end: Value, over length: Length, at moment: Moment, _ easing: Easing) {
    self.init(.keyframes([.at(moment, start), .at(moment + length, end, easing)]))
  }
}

extension Animated: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
  /// A value that stays.
  public init(integerLiteral value: Value.IntegerLiteralType) {
    source = .constant(Value(integerLiteral: value))
  }
}

extension Animated: ExpressibleByFloatLiteral where Value: ExpressibleByFloatLiteral {
  /// A value that stays.
  public init(floatLiteral value: Value.FloatLiteralType) { source = .constant(Value(floatLiteral: value)) }
}

extension Noise: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// The same number gives the same noise.
  public init(integerLiteral seed: UInt64) { self.init(seed: seed) }
  /// The same words give the same noise.
  public init(stringLiteral name: String) { self.init(name) }
}
