/// Extents that change while their element is on stage.
extension MeasureForm where Self == Animated<Measure> {
  /// Passes through values at moments; outside them the nearest one holds.
  public static func keyframes(_ keys: Keyframe<Measure>...) -> Animated<Measure> {
    Animated(.keyframes(keys))
  }

  /// Passes through a list of them.
  public static func keyframes(_ keys: [Keyframe<Measure>]) -> Animated<Measure> {
    Animated(.keyframes(keys))
  }

  /// The same with one easing all the way: `.keyframes([0: 1, 2.5: 1.2], easing: .easeInOut)`.
  public static func keyframes(
    _ keys: KeyValuePairs<Moment, Measure>, easing: Easing = .linear
  ) -> Animated<Measure> {
    Animated(keys: keys, easing)
  }

  /// Goes from one value to another within a length.
  public static func ramp(
    from start: some MeasureValue, to end: some MeasureValue, over length: some LengthForm,
    at moment: some MomentForm = Moment.start, easing: Easing = .easeInOut
  ) -> Animated<Measure> {
    Animated(from: start.measure, to: end.measure, over: length.length, at: moment.moment, easing)
  }

  /// Is let go at a moment and swings to its end.
  public static func spring(
    from start: some MeasureValue, to end: some MeasureValue, at moment: some MomentForm = Moment.start,
    _ spring: Spring = .smooth
  ) -> Animated<Measure> {
    Animated(.spring(from: start.measure, to: end.measure, spring, at: moment.moment))
  }

  /// Wanders between two values, the same way each time for the same seed.
  public static func noise(
    _ low: some MeasureValue, _ high: some MeasureValue, every length: some LengthForm = 1, seed: Noise
  ) -> Animated<Measure> {
    Animated(.noise(low.measure, high.measure, every: length.length, seed))
  }

  /// Pixels computed from seconds since the element began.
  public static func computed(_ pixels: sending @escaping (Double) -> Double) -> Animated<Measure> {
    Animated(.computed(Computation { .pixels(pixels($0)) }))
  }

  /// Whatever is computed from seconds since the element began.
  @_disfavoredOverload
  public static func computed(_ value: sending @escaping (Double) -> Measure) -> Animated<Measure> {
    Animated(.computed(Computation(value)))
  }

  /// Goes along with the song: one value where the curve is 0, the other where it is 1.
  ///
  /// A delay makes it come later; what is drawn early looks as if it were late.
  public static func following(
    _ curve: SongCurve, from low: some MeasureValue, to high: some MeasureValue, delay: some LengthForm = 0
  ) -> Animated<Measure> {
    Animated(following: curve, from: low.measure, to: high.measure, delay: delay.length)
  }

  /// Jumps to a value at each moment and comes back from it within a length.
  public static func flashing(
    on moments: SongMoments, from rest: some MeasureValue, to peak: some MeasureValue,
    decay: some LengthForm = 0.25
  ) -> Animated<Measure> {
    Animated(flashingOn: moments, from: rest.measure, to: peak.measure, decay: decay.length)
  }

  /// Goes along with the song within a range of pixels: `8...420`, or `0.45...0.25`, which is less where the curve is more.
  public static func following(
    _ curve: SongCurve, _ reach: Reach, delay: some LengthForm = 0
  ) -> Animated<Measure> {
    .following(curve, from: reach.from, to: reach.to, delay: delay)
  }

  /// The same within a range at hand; none is from 0 to 1.
  @_disfavoredOverload
  public static func following(
    _ curve: SongCurve, _ range: ClosedRange<Double>?, delay: some LengthForm = 0
  ) -> Animated<Measure> {
    .following(curve, Reach(range ?? 0...1), delay: delay)
  }
}
