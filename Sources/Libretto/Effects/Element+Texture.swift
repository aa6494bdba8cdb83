import Primitives
import Timeline

extension Element {
  /// The grain of film: most in the darker middle tones, none in black and white, anew in every frame.
  ///
  /// - Parameters:
  ///   - strength: 0.3 is a fine film, 1 a coarse one in bad light.
  ///   - size: of a grain; smaller than a pixel of the film it fades, as it would for the eye.
  ///   - seed: the same words give the same grain.
  public func grained(
    _ strength: Animated<Double> = 0.3, size: Animated<Measure> = .vmin(0.17), seed: Noise = "grain"
  ) -> Styled {
    adding(
      EffectRequest(numbers: [strength], lengths: [size]) {
        let frame = Noise(seed: seed.seed ^ 0x6772_6169_6E00).seed &+ UInt64(bitPattern: Int64($0.frame))
        return .texture(.grain(strength: $0.number(0, 0...4), size: $0.length(0), seed: frame))
      })
  }

  @_disfavoredOverload
  public func grained(_ strength: Double, size: Animated<Measure> = .vmin(0.17), seed: Noise = "grain")
    -> Styled
  {
    grained(Animated(strength), size: size, seed: seed)
  }

  /// The dark lines of a screen, so far apart; between them nothing changes, in their middle so much is lost, 0 to 1.
  public func scanLined(_ strength: Animated<Double> = 0.35, every period: Animated<Measure> = .vmin(0.55))
    -> Styled
  {
    adding(
      EffectRequest(numbers: [strength], lengths: [period]) {
        .texture(
          .scanLines(strength: $0.number(0, 0...1), period: $0.length(0), from: $0.point(.topLeft).y))
      })
  }

  @_disfavoredOverload
  public func scanLined(_ strength: Double, every period: Animated<Measure> = .vmin(0.55)) -> Styled {
    scanLined(Animated(strength), every: period)
  }

  /// In squares of one colour each, counted from its middle.
  public func pixelated(_ size: Animated<Measure>) -> Styled {
    adding(
      EffectRequest(lengths: [size]) { .texture(.mosaic(size: $0.length(0), from: $0.point(.center))) })
  }

  @_disfavoredOverload
  public func pixelated(_ size: Double) -> Styled { pixelated(.pixels(size)) }

  /// By a function of the seconds since it began, in pixels.
  public func pixelated(_ value: @escaping @Sendable (Double) -> Double) -> Styled {
    pixelated(.computed { .pixels(value($0)) })
  }

  /// Chromatic shift, as of a cheap lens: colours part towards the corners, where red and blue are each so far from
  /// green.
  public func fringed(_ distance: Animated<Measure>) -> Styled {
    adding(
      EffectRequest(lengths: [distance]) {
        let reach = $0.onScreen(Double.hypotenuse($0.box.width, $0.box.height) / 2)
        let amount = reach > 0 ? min(0.5, $0.length(0) / reach) : 0
        return .texture(.fringe($0.point(.center), amount: amount.snappedToRatioGrid))
      })
  }

  @_disfavoredOverload
  public func fringed(_ distance: Double) -> Styled { fringed(.pixels(distance)) }

  /// By a function of the seconds since it began, in pixels.
  public func fringed(_ value: @escaping @Sendable (Double) -> Double) -> Styled {
    fringed(.computed { .pixels(value($0)) })
  }

  /// Chromatic shift along a direction: red goes that way and blue the other, each so far from green.
  public func fringed(_ distance: Animated<Measure>, along angle: Animated<Angle>) -> Styled {
    adding(
      EffectRequest(lengths: [distance], angles: [angle]) {
        let (length, way) = ($0.length(0), $0.direction($0.angle(0)))
        return .texture(
          .split(x: (way.x * length).snappedToPixelGrid, y: (way.y * length).snappedToPixelGrid))
      })
  }

  @_disfavoredOverload
  public func fringed(_ distance: Double, along angle: Double) -> Styled {
    fringed(.pixels(distance), along: .degrees(angle))
  }
}

extension Double {
  fileprivate static func hypotenuse(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
}
