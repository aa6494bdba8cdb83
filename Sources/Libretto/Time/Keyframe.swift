/// A value at a moment, and how it is reached from the one before.
public struct Keyframe<Value: Animatable>: Sendable {
  /// When the value is reached, by the element's own clock unless it is a moment of the song.
  public var moment: Moment
  /// What it is then.
  public var value: Value
  /// How it is reached from the key before.
  public var easing: Easing

  package init(moment: Moment, value: Value, easing: Easing) {
    self.moment = moment
    self.value = value
    self.easing = easing
  }

  /// A value at a moment; the easing is how it is reached from the key before.
  public static func at(
    _ moment: some MomentForm, _ value: Value, _ easing: Easing = .linear
  ) -> Keyframe {
    Keyframe(moment: moment.moment, value: value, easing: easing)
  }
}

extension Keyframe<Measure> {
  /// So many pixels at a moment.
  @_disfavoredOverload
  public static func at(
    _ moment: some MomentForm, _ pixels: some MeasureValue, _ easing: Easing = .linear
  ) -> Keyframe {
    Keyframe(moment: moment.moment, value: pixels.measure, easing: easing)
  }
}

extension Keyframe<Angle> {
  /// So many degrees at a moment.
  @_disfavoredOverload
  public static func at(
    _ moment: some MomentForm, _ degrees: some AngleValue, _ easing: Easing = .linear
  ) -> Keyframe {
    Keyframe(moment: moment.moment, value: degrees.angle, easing: easing)
  }
}
