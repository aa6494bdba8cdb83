import Primitives
import Timeline

/// Colors part towards the corners.
private struct Fringe: AskedEffect {
  var distance: Animated<Measure>

  mutating func resolve(by resolver: EffectResolver) { resolver(&distance) }

  func filter(at instant: EffectInstant) -> Filter {
    let (width, height) = (instant.box.width, instant.box.height)
    let reach = instant.onScreen((width * width + height * height).squareRoot() / 2)
    let amount = reach > 0 ? min(0.5, instant.length(distance) / reach) : 0
    return .texture(.fringe(instant.point(.center), amount: amount.snappedToRatioGrid))
  }
}

/// Colors part along a direction.
private struct ColorSplit: AskedEffect {
  var distance: Animated<Measure>
  var angle: Animated<Angle>

  mutating func resolve(by resolver: EffectResolver) {
    resolver(&distance)
    resolver(&angle)
  }

  func filter(at instant: EffectInstant) -> Filter {
    let (length, way) = (instant.length(distance), instant.direction(instant.angle(angle)))
    return .texture(
      .split(x: (way.x * length).snappedToPixelGrid, y: (way.y * length).snappedToPixelGrid))
  }
}

extension Element {
  /// Chromatic shift, as of a cheap lens: colors part towards the corners, where red and blue are each so far from
  /// green.
  public func fringed(_ distance: some MeasureForm) -> Styled {
    adding(Fringe(distance: distance.animatedMeasure))
  }

  /// By a function of the seconds since it began, in pixels.
  public func fringed(_ distance: @escaping @Sendable (Double) -> Double) -> Styled {
    fringed(.computed { .pixels(distance($0)) })
  }

  /// Chromatic shift along a direction: red goes that way and blue the other, each so far from green.
  public func fringed(_ distance: some MeasureForm, along angle: some AngleForm) -> Styled {
    adding(ColorSplit(distance: distance.animatedMeasure, angle: angle.animatedAngle))
  }
}
