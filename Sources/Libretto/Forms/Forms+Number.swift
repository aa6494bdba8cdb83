/// Numbers that change while their element is on stage.
extension NumberForm where Self == Animated<Double> {
  /// Passes through values at moments; outside them the nearest one holds.
  public static func keyframes(_ keys: Keyframe<Double>...) -> Animated<Double> {
    Animated(.keyframes(keys))
  }

  /// Passes through a list of them.
  public static func keyframes(_ keys: [Keyframe<Double>]) -> Animated<Double> {
    Animated(.keyframes(keys))
  }

  /// The same with one easing all the way: `.keyframes([0: 1, 2.5: 1.2], easing: .easeInOut)`.
  public static func keyframes(
    _ keys: KeyValuePairs<Moment, Double>, easing: Easing = .linear
  ) -> Animated<Double> {
    Animated(keys: keys, easing)
  }

  /// Goes from one value to another within a length.
  public static func ramp(
    from start: Double, to end: Double, over length: some LengthForm,
    at moment: some MomentForm = Moment.start, easing: Easing = .easeInOut
  ) -> Animated<Double> {
    Animated(from: start, to: end, over: length.length, at: moment.moment, easing)
  }

  /// Is let go at a moment and swings to its end.
  public static func spring(
    from start: Double, to end: Double, at moment: some MomentForm = Moment.start,
    _ spring: Spring = .smooth
  ) -> Animated<Double> {
    Animated(.spring(from: start, to: end, spring, at: moment.moment))
  }

  /// Wanders between two values, the same way each time for the same seed.
  public static func noise(
    _ low: Double, _ high: Double, every length: some LengthForm = 1, seed: Noise
  ) -> Animated<Double> {
    Animated(.noise(low, high, every: length.length, seed))
  }

  /// Whatever is computed from seconds since the element began.
  public static func computed(_ value: sending @escaping (Double) -> Double) -> Animated<Double> {
    Animated(.computed(Computation(value)))
  }

  /// Goes along with the song: one value where the curve is 0, the other where it is 1.
  ///
  /// A delay makes it come later; what is drawn early looks as if it were late.
  public static func following(
    _ curve: SongCurve, from low: Double, to high: Double, delay: some LengthForm = 0
  ) -> Animated<Double> {
    Animated(following: curve, from: low, to: high, delay: delay.length)
  }

  /// Jumps to a value at each moment and comes back from it within a length.
  public static func flashing(
    on moments: SongMoments, from rest: Double, to peak: Double, decay: some LengthForm = 0.25
  ) -> Animated<Double> {
    Animated(flashingOn: moments, from: rest, to: peak, decay: decay.length)
  }

  /// Goes along with the song within a range: `8...420`, or `0.45...0.25`, which is less where the curve is more.
  public static func following(
    _ curve: SongCurve, _ reach: Reach, delay: some LengthForm = 0
  ) -> Animated<Double> {
    .following(curve, from: reach.from, to: reach.to, delay: delay)
  }

  /// The same within a range at hand; none is from 0 to 1.
  @_disfavoredOverload
  public static func following(
    _ curve: SongCurve, _ range: ClosedRange<Double>?, delay: some LengthForm = 0
  ) -> Animated<Double> {
    .following(curve, Reach(range ?? 0...1), delay: delay)
  }

  /// A little more than 1 at each moment: `.scale(.pulsing(on: song.beats, by: 0.06))`.
  public static func pulsing(
    on moments: SongMoments, by amount: Double = 0.06, decay: some LengthForm = 0.25
  ) -> Animated<Double> {
    .flashing(on: moments, from: 1, to: 1 + amount, decay: decay)
  }
}
