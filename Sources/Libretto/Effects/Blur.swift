import Primitives
import Timeline

/// What is near is mixed, as by a lens that is out of focus: a Gaussian of so large a standard deviation.
struct Blur: AskedEffect {
  var radius: Animated<Measure>

  mutating func resolve(by resolver: EffectResolver) { resolver(&radius) }

  func filter(at instant: EffectInstant) -> Filter {
    .soften(.gaussian(x: instant.length(radius), y: instant.length(radius)))
  }
}

/// Blurred along a line.
private struct MotionBlur: AskedEffect {
  var length: Animated<Measure>
  var angle: Animated<Angle>

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&length)
    resolver(&angle)
  }

  func filter(at instant: EffectInstant) -> Filter {
    let (length, way) = (instant.length(length), instant.direction(instant.angle(angle)))
    return .soften(
      .streak(x: (way.x * length).snappedToPixelGrid, y: (way.y * length).snappedToPixelGrid))
  }
}

/// Blurred towards a point.
private struct ZoomBlur: AskedEffect {
  var amount: Animated<Double>
  var point: Anchor

  mutating func resolve(by resolver: EffectResolver) { resolver(&amount) }

  func filter(at instant: EffectInstant) -> Filter {
    .soften(.zoom(instant.point(point), amount: instant.number(amount, 0...1.5)))
  }
}

extension Element {
  /// Blurred by a Gaussian of so large a standard deviation; shares are of its own box.
  ///
  /// What reaches to the screen's edge is taken to go on beyond it, and what lies beyond is blurred in.
  public func blurred(_ radius: some MeasureForm) -> Styled {
    adding(Blur(radius: radius.animatedMeasure))
  }

  /// By a function of the seconds since it began, in pixels.
  public func blurred(_ radius: @escaping @Sendable (Double) -> Double) -> Styled {
    blurred(.computed { .pixels(radius($0)) })
  }

  /// Blurred along a direction, as by a camera that moves so far while the shutter is open.
  public func blurred(_ length: some MeasureForm, along angle: some AngleForm) -> Styled {
    adding(MotionBlur(length: length.animatedMeasure, angle: angle.animatedAngle))
  }

  /// Blurred towards a point, as by a lens that zooms while the shutter is open: 0.1 is by a tenth of its size.
  public func zoomBlurred(_ amount: some NumberForm, toward point: Anchor = .center) -> Styled {
    adding(ZoomBlur(amount: amount.animatedNumber, point: point))
  }

  /// By a function of the seconds since it began.
  public func zoomBlurred(
    toward point: Anchor = .center, _ amount: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    zoomBlurred(.computed(amount), toward: point)
  }
}
