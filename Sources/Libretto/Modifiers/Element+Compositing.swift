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
  public func cornerRadius(_ radius: some MeasureForm) -> Styled {
    with {
      $0.look.clip = nil
      $0.look.cornerRadius = radius.animatedMeasure
    }
  }

  /// By a function of the seconds since it began, in pixels.
  public func cornerRadius(_ radius: @escaping @Sendable (Double) -> Double) -> Styled {
    cornerRadius(.computed { .pixels(radius($0)) })
  }

  /// A line along the inside of its box, or of what it is cut to, over all that is in it.
  public func border(_ paint: Paint, width: some MeasureForm) -> Styled {
    with { $0.look.border = LookRequest.Border(paint: paint, width: width.animatedMeasure) }
  }

  /// A line of one color along the inside of its box, or of what it is cut to.
  public func border(_ color: Color, width: some MeasureForm) -> Styled {
    border(.color(color), width: width)
  }

  /// Repeated in rows and columns all over what it stands in; moved, all of them move, without end.
  ///
  /// There are at most 10,000 copies: the nearest ones.
  public func tiled(
    gapX: some MeasureForm = 0, gapY: some MeasureForm = 0, mirrored: Bool = false
  ) -> Styled {
    with {
      $0.look.tiling = LookRequest.Tiling(
        gap: (gapX.animatedMeasure, gapY.animatedMeasure), isMirrored: mirrored)
    }
  }

  /// The same gap between rows and columns.
  public func tiled(gap: some MeasureForm, mirrored: Bool = false) -> Styled {
    tiled(gapX: gap, gapY: gap, mirrored: mirrored)
  }

  /// Mirrored in a floor below its box, so far away, and fading within a share of its height.
  public func reflected(
    gap: some MeasureForm = 0, opacity: some NumberForm = 0.4, reach: some NumberForm = 0.5
  ) -> Styled {
    with {
      $0.look.reflection = LookRequest.Reflection(
        gap: gap.animatedMeasure, opacity: opacity.animatedNumber, reach: reach.animatedNumber)
    }
  }
}
