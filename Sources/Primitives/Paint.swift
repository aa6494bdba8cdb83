/// What an area is filled with.
public enum Paint: Hashable, Sendable {
  /// One color all over.
  case color(Color)
  /// Runs along the line between two points of the filled box.
  case linear([ColorStop], from: Anchor, to: Anchor)
  /// Runs from a point of the box outwards, as an ellipse of the box's shape; the radius is a share of
  /// its width and height.
  case radial([ColorStop], center: Anchor, radius: Double)

  /// Colors at equal distances, from top to bottom unless told otherwise.
  public static func gradient(_ colors: Color..., from start: Anchor = .top, to end: Anchor = .bottom)
    -> Paint
  {
    .linear(ColorStop.spread(colors), from: start, to: end)
  }

  /// Colors at equal distances, from the centre outwards.
  public static func radialGradient(
    _ colors: Color..., center: Anchor = .center, radius: Double = 0.5
  ) -> Paint {
    .radial(ColorStop.spread(colors), center: center, radius: radius)
  }

  package var isOpaque: Bool {
    switch self {
    case .color(let color): color.alpha == 1
    case .linear(let stops, _, _), .radial(let stops, _, _):
      !stops.isEmpty && stops.allSatisfy { $0.color.alpha == 1 }
    }
  }
}

/// A color and where it stands on a gradient, 0 to 1.
public struct ColorStop: Hashable, Sendable {
  /// What the gradient is there.
  public var color: Color
  /// 0 is where the gradient begins, 1 where it ends.
  public var position: Double

  /// A color at a share of the gradient's way.
  public init(_ color: Color, at position: Double) {
    self.color = color
    self.position = position
  }

  package static func spread(_ colors: [Color]) -> [ColorStop] {
    colors.enumerated().map { index, color in
      ColorStop(color, at: colors.count > 1 ? Double(index) / Double(colors.count - 1) : 0)
    }
  }
}

extension Paint: CustomStringConvertible {
  /// Its kind and its colors, as `libretto timeline` prints them.
  public var description: String {
    switch self {
    case .color(let color): color.description
    case .linear(let stops, _, _): "linear " + stops.map(\.color.description).joined(separator: " ")
    case .radial(let stops, _, _): "radial " + stops.map(\.color.description).joined(separator: " ")
    }
  }
}
