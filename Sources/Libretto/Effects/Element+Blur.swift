import Timeline

extension Element {
  /// Blurred by a Gaussian of so large a standard deviation; shares are of its own box.
  ///
  /// What reaches to the screen's edge is taken to go on beyond it, and what lies beyond is blurred in.
  public func blurred(_ radius: Animated<Measure>) -> Styled {
    adding(EffectRequest(lengths: [radius]) { .soften(.gaussian(x: $0.length(0), y: $0.length(0))) })
  }

  @_disfavoredOverload
  public func blurred(_ radius: Double) -> Styled { blurred(.pixels(radius)) }

  /// By a function of the seconds since it began, in pixels.
  public func blurred(_ value: @escaping @Sendable (Double) -> Double) -> Styled {
    blurred(.computed { .pixels(value($0)) })
  }

  /// Blurred along a direction, as by a camera that moves so far while the shutter is open.
  public func blurred(_ length: Animated<Measure>, along angle: Animated<Angle>) -> Styled {
    adding(
      EffectRequest(lengths: [length], angles: [angle]) {
        let (length, way) = ($0.length(0), $0.direction($0.angle(0)))
        return .soften(
          .streak(x: (way.x * length).snappedToPixelGrid, y: (way.y * length).snappedToPixelGrid))
      })
  }

  @_disfavoredOverload
  public func blurred(_ length: Double, along angle: Double) -> Styled {
    blurred(.pixels(length), along: .degrees(angle))
  }

  /// Blurred towards a point, as by a lens that zooms while the shutter is open: 0.1 is by a tenth of its size.
  public func zoomBlurred(_ amount: Animated<Double>, toward point: Anchor = .center) -> Styled {
    adding(
      EffectRequest(numbers: [amount]) { .soften(.zoom($0.point(point), amount: $0.number(0, 0...1.5))) })
  }

  @_disfavoredOverload
  public func zoomBlurred(_ amount: Double, toward point: Anchor = .center) -> Styled {
    zoomBlurred(Animated(amount), toward: point)
  }

  public func zoomBlurred(
    toward point: Anchor = .center, _ value: @escaping @Sendable (Double) -> Double
  ) -> Styled {
    zoomBlurred(.computed(value), toward: point)
  }
}

extension EffectInstant {
  /// A unit's way on the screen along an angle of the box.
  func direction(_ angle: Angle) -> Point {
    let turned = Matrix.rotation(angle).then(toScreen)
    let length = (turned.a * turned.a + turned.b * turned.b).squareRoot()
    return length > 0 ? Point(x: turned.a / length, y: turned.b / length) : .zero
  }
}
