import Primitives
import Timeline

extension Element {
  /// Seen only where a mask is: whatever elements it is made of, in this one's own box and by its clock.
  public func masked(
    by channel: MaskChannel = .alpha, inverted: Bool = false, @LayersBuilder _ mask: () -> Layers
  ) -> Styled {
    let layers = mask()
    return with {
      $0.look.mask = LookRequest.Mask(
        layers: layers, masking: Masking(channel, isInverted: inverted))
    }
  }

  /// Cuts it to its box with round corners; shares are of the box's shorter side.
  public func cornerRadius(_ radius: Animated<Measure>) -> Styled {
    with {
      $0.look.clip = nil
      $0.look.cornerRadius = radius
    }
  }

  @_disfavoredOverload
  public func cornerRadius(_ radius: Double) -> Styled { cornerRadius(.pixels(radius)) }

  /// A line along the inside of its box, or of what it is cut to, over all that is in it.
  public func border(_ paint: Paint, width: Animated<Measure>) -> Styled {
    with { $0.look.border = LookRequest.Border(paint: paint, width: width) }
  }

  @_disfavoredOverload
  public func border(_ paint: Paint, width: Double) -> Styled { border(paint, width: .pixels(width)) }

  public func border(_ color: Color, width: Animated<Measure>) -> Styled {
    border(.color(color), width: width)
  }

  @_disfavoredOverload
  public func border(_ color: Color, width: Double) -> Styled { border(color, width: .pixels(width)) }

  /// Repeated in rows and columns all over what it stands in; moved, all of them move, without end.
  ///
  /// There are at most 10,000 copies: the nearest ones.
  public func tiled(
    gapX: Animated<Measure> = 0, gapY: Animated<Measure> = 0, mirrored: Bool = false
  ) -> Styled {
    with { $0.look.tiling = LookRequest.Tiling(gap: (gapX, gapY), isMirrored: mirrored) }
  }

  /// The same gap between rows and columns.
  public func tiled(gap: Animated<Measure>, mirrored: Bool = false) -> Styled {
    tiled(gapX: gap, gapY: gap, mirrored: mirrored)
  }

  @_disfavoredOverload
  public func tiled(gap: Double, mirrored: Bool = false) -> Styled {
    tiled(gap: .pixels(gap), mirrored: mirrored)
  }

  /// Mirrored in a floor below its box, so far away, and fading within a share of its height.
  public func reflected(
    gap: Animated<Measure> = 0, opacity: Animated<Double> = 0.4, reach: Animated<Double> = 0.5
  ) -> Styled {
    with { $0.look.reflection = LookRequest.Reflection(gap: gap, opacity: opacity, reach: reach) }
  }

  /// Throws a shadow of its shape on what is beneath, whatever it is made of.
  ///
  /// `radius` is how far the shadow's edge is soft; `x` and `y` are to the right and down on the screen, however the
  /// element is turned. Shares are of its box.
  public func shadow(
    _ color: Color = .black.opacity(0.5), radius: Animated<Measure> = 16, x: Animated<Measure> = 0,
    y: Animated<Measure> = 8
  ) -> Styled {
    with {
      $0.look.effects.append(
        EffectRequest(lengths: [radius, x, y]) {
          .shadow(
            Shadow(color, blur: ($0.length(0) / 2).snappedToPixelGrid, x: $0.distance(1), y: $0.distance(2))
          )
        })
    }
  }

  @_disfavoredOverload
  public func shadow(
    _ color: Color = .black.opacity(0.5), radius: Double, x: Double = 0, y: Double = 8
  ) -> Styled {
    shadow(color, radius: .pixels(radius), x: .pixels(x), y: .pixels(y))
  }

  /// Leans by angles: a rectangle becomes a parallelogram. Bare numbers are degrees.
  public func skewed(x: Animated<Angle> = 0, y: Animated<Angle> = 0) -> Styled {
    with { $0.look.skew = (x, y) }
  }

  @_disfavoredOverload
  public func skewed(x: Double = 0, y: Double = 0) -> Styled { skewed(x: .degrees(x), y: .degrees(y)) }
}
