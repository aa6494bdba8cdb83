/// Angles that change while their element is on stage.
extension AngleForm where Self == Animated<Angle> {
  /// Passes through values at moments; outside them the nearest one holds.
  public static func keyframes(_ keys: Keyframe<Angle>...) -> Animated<Angle> { Animated(.keyframes(keys)) }

  /// Passes through a list of them.
  public static func keyframes(_ keys: [Keyframe<Angle>]) -> Animated<Angle> { Animated(.keyframes(keys)) }

  /// The same with one easing all the way: `.keyframes([0: 1, 2.5: 1.2], easing: .easeInOut)`.
  public static func keyframes(
    _ keys: KeyValuePairs<Moment, Angle>, easing: Easing = .linear
  ) -> Animated<Angle> {
    Animated(keys: keys, easing)
  }

  /// Goes from one value to another within a length.
  public static func ramp(
    from start: some AngleValue, to end: some AngleValue, over length: some LengthForm,
    at moment: some MomentForm = Moment.start, easing: Easing = .easeInOut
  ) -> Animated<Angle> {
    Animated(from: start.angle, to: end.angle, over: length.length, at: moment.moment, easing)
  }

  /// Is let go at a moment and swings to its end.
  public static func spring(
    from start: some AngleValue, to end: some AngleValue, at moment: some MomentForm = Moment.start,
    _ spring: Spring = .smooth
  ) -> Animated<Angle> {
    Animated(.spring(from: start.angle, to: end.angle, spring, at: moment.moment))
  }

  /// Wanders between two values, the same way each time for the same seed.
  public static func noise(
    _ low: some AngleValue, _ high: some AngleValue, every length: some LengthForm = 1, seed: Noise
  ) -> Animated<Angle> {
    Animated(.noise(low.angle, high.angle, every: length.length, seed))
  }

  /// Degrees computed from seconds since the element began.
  public static func computed(_ degrees: sending @escaping (Double) -> Double) -> Animated<Angle> {
    Animated(.computed(Computation { .degrees(degrees($0)) }))
  }

  /// Whatever is computed from seconds since the element began.
  @_disfavoredOverload
  public static func computed(_ value: sending @escaping (Double) -> Angle) -> Animated<Angle> {
    Animated(.computed(Computation(value)))
  }

  /// Goes along with the song: one value where the curve is 0, the other where it is 1.
  ///
  /// A delay makes it come later; what is drawn early looks as if it were late.
  public static func following(
    _ curve: SongCurve, from low: some AngleValue, to high: some AngleValue, delay: some LengthForm = 0
  ) -> Animated<Angle> {
    Animated(following: curve, from: low.angle, to: high.angle, delay: delay.length)
  }

  /// Jumps to a value at each moment and comes back from it within a length.
  public static func flashing(
    on moments: SongMoments, from rest: some AngleValue, to peak: some AngleValue,
    decay: some LengthForm = 0.25
  ) -> Animated<Angle> {
    Animated(flashingOn: moments, from: rest.angle, to: peak.angle, decay: decay.length)
  }
}
