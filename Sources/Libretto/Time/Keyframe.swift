/// A value at a moment, and how it is reached from the one before.
public struct Keyframe<Value: Animatable>: Sendable {
  public var moment: Moment
  public var value: Value
  public var easing: Easing

  package init(moment: Moment, value: Value, easing: Easing) {
    self.moment = moment
    self.value = value
    self.easing = easing
  }

  public static func at(_ moment: Moment, _ value: Value, _ easing: Easing = .linear) -> Keyframe {
    Keyframe(moment: moment, value: value, easing: easing)
  }
}
