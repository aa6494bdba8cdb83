extension Element {
  /// 1 is all there, 0 is not seen.
  public func opacity(_ opacity: some NumberForm) -> Styled {
    with { $0.look.opacity = opacity.animatedNumber }
  }

  /// By a function of the seconds since it began.
  public func opacity(_ opacity: @escaping @Sendable (Double) -> Double) -> Styled {
    self.opacity(.computed(opacity))
  }

  /// How many times its size, around its anchor.
  public func scale(_ scale: some NumberForm) -> Styled { self.scale(x: scale, y: scale) }

  /// By a function of the seconds since it began.
  public func scale(_ scale: @escaping @Sendable (Double) -> Double) -> Styled {
    self.scale(.computed(scale))
  }

  /// How many times its width and its height, around its anchor.
  public func scale(x: some NumberForm = 1, y: some NumberForm = 1) -> Styled {
    with { $0.look.scale = (x.animatedNumber, y.animatedNumber) }
  }

  /// Clockwise, around its anchor; bare numbers are degrees.
  public func rotation(_ angle: some AngleForm) -> Styled {
    with { $0.look.rotation = angle.animatedAngle }
  }

  /// By a function of the seconds since it began, in degrees.
  public func rotation(_ degrees: @escaping @Sendable (Double) -> Double) -> Styled {
    rotation(.computed { .degrees(degrees($0)) })
  }

  /// Leans by angles: a rectangle becomes a parallelogram. Bare numbers are degrees.
  public func skewed(x: some AngleForm = 0, y: some AngleForm = 0) -> Styled {
    with { $0.look.skew = (x.animatedAngle, y.animatedAngle) }
  }

  /// How its colors meet those beneath.
  public func blendMode(_ mode: BlendMode) -> Styled { with { $0.look.blend = mode } }

  /// Cuts away what is outside a shape in its box.
  public func clipped(to shape: ClipShape = .rectangle()) -> Styled {
    with {
      $0.look.clip = shape.shape
      $0.look.cornerRadius = nil
    }
  }
}

/// What an element can be cut to.
public struct ClipShape: Hashable, Sendable {
  package var shape: Shape

  /// The whole box, with round corners where a radius is said, in pixels.
  public static func rectangle(cornerRadius: Double = 0) -> ClipShape {
    ClipShape(shape: .rectangle(cornerRadius: cornerRadius))
  }

  /// Touches all four sides of the box.
  public static let ellipse = ClipShape(shape: .ellipse)

  /// The inside of a path, in pixels from the box's top left corner.
  public static func path(_ path: Path) -> ClipShape { ClipShape(shape: path.shape.payload.shape) }
}
