/// The forms in which a number can be said: a literal, an expression, or one that changes while its element
/// is on stage, such as `.ramp(from: 0, to: 1, over: 2)`.
public protocol NumberForm {
  var animatedNumber: Animated<Double> { get }
}

/// The forms in which an extent on screen can be said: a number of pixels, `.percent(50)`, `.vmin(4)`, or one
/// that changes.
public protocol MeasureForm {
  var animatedMeasure: Animated<Measure> { get }
}

/// The forms of an extent that stays: a number of pixels, `.percent(50)`, `.vmin(4)`.
public protocol MeasureValue: MeasureForm {
  var measure: Measure { get }
}

/// The forms in which an angle can be said: a number of degrees, `.turns(0.5)`, or one that changes.
public protocol AngleForm {
  var animatedAngle: Animated<Angle> { get }
}

/// The forms of an angle that stays: a number of degrees, `.turns(0.5)`.
public protocol AngleValue: AngleForm {
  var angle: Angle { get }
}

/// The forms in which a length of time can be said: a number of seconds, `.beats(2)`, a passage of the song.
public protocol LengthForm {
  var length: Length { get }
}

/// The forms in which a moment can be said: seconds after the container begins, `.bar(9)`, a moment of the
/// song.
public protocol MomentForm {
  var moment: Moment { get }
}

extension Double: NumberForm, MeasureValue, AngleValue, LengthForm, MomentForm {
  public var animatedNumber: Animated<Double> { Animated(self) }
  public var animatedMeasure: Animated<Measure> { Animated(measure) }
  public var animatedAngle: Animated<Angle> { Animated(angle) }
  /// So many pixels.
  public var measure: Measure { .pixels(self) }
  /// So many degrees.
  public var angle: Angle { .degrees(self) }
  /// So many seconds.
  public var length: Length { .seconds(self) }
  /// So many seconds after the container begins.
  public var moment: Moment { .seconds(self) }
}

extension Int: NumberForm, MeasureValue, AngleValue, LengthForm, MomentForm {
  public var animatedNumber: Animated<Double> { Double(self).animatedNumber }
  public var animatedMeasure: Animated<Measure> { Double(self).animatedMeasure }
  public var animatedAngle: Animated<Angle> { Double(self).animatedAngle }
  public var measure: Measure { Double(self).measure }
  public var angle: Angle { Double(self).angle }
  public var length: Length { Double(self).length }
  public var moment: Moment { Double(self).moment }
}

extension Measure: MeasureValue {
  public var animatedMeasure: Animated<Measure> { Animated(self) }
  public var measure: Measure { self }
}

extension Angle: AngleValue {
  public var animatedAngle: Animated<Angle> { Animated(self) }
  public var angle: Angle { self }
}

extension Animated: NumberForm where Value == Double {
  public var animatedNumber: Animated<Double> { self }
}

extension Animated: MeasureForm where Value == Measure {
  public var animatedMeasure: Animated<Measure> { self }
}

extension Animated: AngleForm where Value == Angle {
  public var animatedAngle: Animated<Angle> { self }
}

extension Time: LengthForm, MomentForm {
  public var length: Length { .time(self) }
  public var moment: Moment { .after(.time(self)) }
}

extension Length: LengthForm {
  public var length: Length { self }
}

extension Moment: MomentForm {
  public var moment: Moment { self }
}
