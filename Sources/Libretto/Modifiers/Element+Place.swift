extension Element {
  /// The width of its box; its height is as it was.
  public func frame(width: some MeasureForm) -> Styled {
    with { $0.look.width = width.animatedMeasure }
  }

  /// The height of its box; its width is as it was.
  public func frame(height: some MeasureForm) -> Styled {
    with { $0.look.height = height.animatedMeasure }
  }

  /// The size of its box.
  public func frame(width: some MeasureForm, height: some MeasureForm) -> Styled {
    with {
      $0.look.width = width.animatedMeasure
      $0.look.height = height.animatedMeasure
    }
  }

  /// Puts its anchor at a point of its parent, from the top left corner.
  public func placed(x: some MeasureForm, y: some MeasureForm, anchor: Anchor? = nil) -> Styled {
    with {
      $0.look.position = (x.animatedMeasure, y.animatedMeasure)
      $0.look.anchor = anchor ?? $0.look.anchor
      $0.look.spot = nil
    }
  }

  /// Puts it at a usual spot of its parent, clear of the edges.
  public func placed(_ spot: Spot) -> Styled {
    with {
      $0.look.position = (.percent(spot.point.x * 100), .percent(spot.point.y * 100))
      $0.look.anchor = spot.anchor
      $0.look.spot = spot
    }
  }

  /// Puts it flush against an edge or into a corner of its parent, or anywhere between.
  public func placed(at anchor: Anchor) -> Styled {
    placed(x: .percent(anchor.x * 100), y: .percent(anchor.y * 100), anchor: anchor)
  }

  /// The point of its box that is placed, and that it scales and turns around.
  public func anchor(_ anchor: Anchor) -> Styled { with { $0.look.anchor = anchor } }

  /// Moves it from where it would stand.
  public func offset(x: some MeasureForm = 0, y: some MeasureForm = 0) -> Styled {
    with { $0.look.offset = (x.animatedMeasure, y.animatedMeasure) }
  }
}

/// A usual place on screen, five hundredths away from the edges.
public struct Spot: Hashable, Sendable {
  package var point: Anchor
  package var anchor: Anchor

  private init(_ x: Double, _ y: Double, _ anchor: Anchor) {
    point = Anchor(x: x, y: y)
    self.anchor = anchor
  }

  /// In the corner, clear of both edges.
  public static let topLeft = Spot(0.05, 0.05, .topLeft)
  /// In the middle of the upper edge, clear of it.
  public static let top = Spot(0.5, 0.05, .top)
  /// In the corner, clear of both edges.
  public static let topRight = Spot(0.95, 0.05, .topRight)
  /// Half-way down, clear of the left edge.
  public static let left = Spot(0.05, 0.5, .left)
  /// In the middle of the screen.
  public static let center = Spot(0.5, 0.5, .center)
  /// Half-way down, clear of the right edge.
  public static let right = Spot(0.95, 0.5, .right)
  /// In the corner, clear of both edges.
  public static let bottomLeft = Spot(0.05, 0.95, .bottomLeft)
  /// In the middle of the lower edge, clear of it.
  public static let bottom = Spot(0.5, 0.95, .bottom)
  /// In the corner, clear of both edges.
  public static let bottomRight = Spot(0.95, 0.95, .bottomRight)
  /// The middle of the highest third.
  public static let upperThird = Spot(0.5, 1.0 / 6, .center)
  /// The middle of the lowest third, where captions stand.
  public static let lowerThird = Spot(0.5, 5.0 / 6, .center)
}
