extension Element {
  /// 1 is all there, 0 is not seen.
  public func opacity(_ opacity: Animated<Double>) -> Styled { with { $0.look.opacity = opacity } }

  @_disfavoredOverload
  public func opacity(_ opacity: Double) -> Styled { self.opacity(Animated(opacity)) }

  /// By a function of the seconds since it began.
  public func opacity(_ value: @escaping @Sendable (Double) -> Double) -> Styled {
    opacity(.computed(value))
  }

  /// How many times its size, around its anchor.
  public func scale(_ scale: Animated<Double>) -> Styled { with { $0.look.scale = (scale, scale) } }

  @_disfavoredOverload
  public func scale(_ scale: Double) -> Styled { self.scale(Animated(scale)) }

  public func scale(_ value: @escaping @Sendable (Double) -> Double) -> Styled { scale(.computed(value)) }

  public func scale(x: Animated<Double>, y: Animated<Double>) -> Styled {
    with { $0.look.scale = (x, y) }
  }

  /// Clockwise, around its anchor; bare numbers are degrees.
  public func rotation(_ angle: Animated<Angle>) -> Styled { with { $0.look.rotation = angle } }

  @_disfavoredOverload
  public func rotation(_ degrees: Double) -> Styled { rotation(.degrees(degrees)) }

  /// By a function of the seconds since it began, in degrees.
  public func rotation(_ value: @escaping @Sendable (Double) -> Double) -> Styled {
    rotation(.computed { .degrees(value($0)) })
  }

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

  public static func rectangle(cornerRadius: Double = 0) -> ClipShape {
    ClipShape(shape: .rectangle(cornerRadius: cornerRadius))
  }

  public static let ellipse = ClipShape(shape: .ellipse)

  /// The inside of a path, in pixels from the box's top left corner.
  public static func path(_ path: Path) -> ClipShape { ClipShape(shape: path.shape.payload.shape) }
}
