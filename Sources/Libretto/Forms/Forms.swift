/// The forms in which a number can be said: a literal, an expression, or one that changes while its element
/// is on stage, such as `.ramp(from: 0, to: 1, over: 2)`.
public protocol NumberForm {
  /// As a value that may change; one that doesn't stays.
  var animatedNumber: Animated<Double> { get }
}

/// The forms in which an extent on screen can be said: a number of pixels, `.percent(50)`, `.vmin(4)`, or one
/// that changes.
public protocol MeasureForm {
  /// As an extent that may change; one that doesn't stays.
  var animatedMeasure: Animated<Measure> { get }
}

/// The forms of an extent that stays: a number of pixels, `.percent(50)`, `.vmin(4)`.
public protocol MeasureValue: MeasureForm {
  /// As one extent; bare numbers are pixels.
  var measure: Measure { get }
}

/// The forms in which an angle can be said: a number of degrees, `.turns(0.5)`, or one that changes.
public protocol AngleForm {
  /// As an angle that may change; one that doesn't stays.
  var animatedAngle: Animated<Angle> { get }
}

/// The forms of an angle that stays: a number of degrees, `.turns(0.5)`.
public protocol AngleValue: AngleForm {
  /// As one angle; bare numbers are degrees.
  var angle: Angle { get }
}

/// The forms in which a length of time can be said: a number of seconds, `.beats(2)`, a passage of the song.
public protocol LengthForm {
  /// As a sum of seconds, beats, bars and frames; bare numbers are seconds.
  var length: Length { get }
}

/// The forms in which a moment can be said: seconds after the container begins, `.bar(9)`, a moment of the
/// song.
public protocol MomentForm {
  /// As a point of time; bare numbers are seconds after the container begins.
  var moment: Moment { get }
}

extension Double: NumberForm, MeasureValue, AngleValue, LengthForm, MomentForm {
  /// This number, always.
  public var animatedNumber: Animated<Double> { Animated(self) }
  /// So many pixels, always.
  public var animatedMeasure: Animated<Measure> { Animated(measure) }
  /// So many degrees, always.
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
  /// This number, always.
  public var animatedNumber: Animated<Double> { Double(self).animatedNumber }
  /// So many pixels, always.
  public var animatedMeasure: Animated<Measure> { Double(self).animatedMeasure }
  /// So many degrees, always.
  public var animatedAngle: Animated<Angle> { Double(self).animatedAngle }
  /// So many pixels.
  public var measure: Measure { Double(self).measure }
  /// So many degrees.
  public var angle: Angle { Double(self).angle }
  /// So many seconds.
  public var length: Length { Double(self).length }
  /// So many seconds after the container begins.
  public var moment: Moment { Double(self).moment }
}

extension Measure: MeasureValue {
  /// This extent, always.
  public var animatedMeasure: Animated<Measure> { Animated(self) }
  /// Itself.
  public var measure: Measure { self }
}

extension Angle: AngleValue {
  /// This angle, always.
  public var animatedAngle: Animated<Angle> { Animated(self) }
  /// Itself.
  public var angle: Angle { self }
}

extension Animated: NumberForm where Value == Double {
  /// Itself.
  public var animatedNumber: Animated<Double> { self }
}

extension Animated: MeasureForm where Value == Measure {
  /// Itself.
  public var animatedMeasure: Animated<Measure> { self }
}

extension Animated: AngleForm where Value == Angle {
  /// Itself.
  public var animatedAngle: Animated<Angle> { self }
}

extension Time: LengthForm, MomentForm {
  /// As long in the film as it says.
  public var length: Length { .time(self) }
  /// So long after the container begins.
  public var moment: Moment { .after(.time(self)) }
}

extension Length: LengthForm {
  /// Itself.
  public var length: Length { self }
}

extension Moment: MomentForm {
  /// Itself.
  public var moment: Moment { self }
}
