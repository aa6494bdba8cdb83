extension Element {
  /// The size of its box.
  public func frame(width: Animated<Measure>? = nil, height: Animated<Measure>? = nil) -> Styled {
    with {
      $0.look.width = width ?? $0.look.width
      $0.look.height = height ?? $0.look.height
    }
  }

  @_disfavoredOverload
  public func frame(width: Double? = nil, height: Double? = nil) -> Styled {
    frame(width: width.map { .pixels($0) }, height: height.map { .pixels($0) })
  }

  /// Puts its anchor at a point of its parent, from the top left corner.
  public func position(x: Animated<Measure>, y: Animated<Measure>, anchor: Anchor? = nil) -> Styled {
    with {
      $0.look.position = (x, y)
      $0.look.anchor = anchor ?? $0.look.anchor
    }
  }

  @_disfavoredOverload
  public func position(x: Double, y: Double, anchor: Anchor? = nil) -> Styled {
    position(x: .pixels(x), y: .pixels(y), anchor: anchor)
  }

  /// Puts it at a usual spot of its parent, clear of the edges.
  public func placed(_ spot: Spot) -> Styled {
    position(x: .percent(spot.point.x * 100), y: .percent(spot.point.y * 100), anchor: spot.anchor)
  }

  /// Puts it flush against an edge or into a corner of its parent, or anywhere between.
  public func aligned(_ anchor: Anchor) -> Styled {
    position(x: .percent(anchor.x * 100), y: .percent(anchor.y * 100), anchor: anchor)
  }

  /// The point of its box that a position places, and that it scales and turns around.
  public func anchor(_ anchor: Anchor) -> Styled { with { $0.look.anchor = anchor } }

  /// Moves it from where it would stand.
  public func offset(x: Animated<Measure> = 0, y: Animated<Measure> = 0) -> Styled {
    with { $0.look.offset = (x, y) }
  }

  @_disfavoredOverload
  public func offset(x: Double = 0, y: Double = 0) -> Styled { offset(x: .pixels(x), y: .pixels(y)) }
}

/// A usual place on screen, five hundredths away from the edges.
public struct Spot: Hashable, Sendable {
  package var point: Anchor
  package var anchor: Anchor

  private init(_ x: Double, _ y: Double, _ anchor: Anchor) {
    point = Anchor(x: x, y: y)
    self.anchor = anchor
  }

  public static let topLeft = Spot(0.05, 0.05, .topLeft)
  public static let top = Spot(0.5, 0.05, .top)
  public static let topRight = Spot(0.95, 0.05, .topRight)
  public static let left = Spot(0.05, 0.5, .left)
  public static let center = Spot(0.5, 0.5, .center)
  public static let right = Spot(0.95, 0.5, .right)
  public static let bottomLeft = Spot(0.05, 0.95, .bottomLeft)
  public static let bottom = Spot(0.5, 0.95, .bottom)
  public static let bottomRight = Spot(0.95, 0.95, .bottomRight)
  /// The middle of the highest third.
  public static let upperThird = Spot(0.5, 1.0 / 6, .center)
  /// The middle of the lowest third, where captions stand.
  public static let lowerThird = Spot(0.5, 5.0 / 6, .center)
}
