import Primitives

extension Animated {
  /// What is made of it at every moment: `progress.map { 1 - $0 }`.
  public func map<Result: Animatable>(
    _ transform: @escaping @Sendable (Value) -> Result
  ) -> Animated<Result> {
    Animated<Result>(
      .derived { resolver in
        guard let curve = resolver.curve(self) else { return nil }
        if let fixed = curve.fixed { return .constant(transform(fixed)) }
        return .computed { transform(curve.value(at: $0)) }
      })
  }
}

extension Animated<Double> {
  /// A value that goes from one to another while this goes from 0 to 1, and beyond if this does:
  /// `progress.from(.percent(100), to: 0)`.
  public func from<Result: Animatable>(_ start: Result, to end: Result) -> Animated<Result> {
    map { Result.mix(start, end, $0) }
  }

  /// The same from 0 to 1 by another way.
  public func eased(_ easing: Easing) -> Animated<Double> { map { easing($0) } }

  /// From 0 to 1 while this passes through a part of its way: `0.5...1`, or `1...0.5` while it comes back.
  public func within(_ part: Reach, _ easing: Easing = .linear) -> Animated<Double> {
    let (start, length) = (part.from, part.to - part.from)
    return map { easing(length != 0 ? ($0 - start) / length : $0 < start ? 0 : 1) }
  }

  /// The same for a range at hand; none is all of its way.
  @_disfavoredOverload
  public func within(_ part: ClosedRange<Double>?, _ easing: Easing = .linear) -> Animated<Double> {
    within(Reach(part ?? 0...1), easing)
  }

  /// 0 at both ends and 1 in the middle, without a corner.
  public var swell: Animated<Double> {
    map { value in
      let clamped = max(0, min(1, value))
      let tent = 1 - abs(2 * clamped - 1)
      return tent * tent * (3 - 2 * tent)
    }
  }
}
