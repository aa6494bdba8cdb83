extension Paint: Animatable {
  /// Colors turn to colors and gradients to gradients of their kind, stop by stop; one color is a
  /// gradient of any kind. What can't be between the two changes half-way.
  public static func mix(_ start: Paint, _ end: Paint, _ progress: Double) -> Paint {
    if progress == 0 || start == end { return start }
    if progress == 1 { return end }
    switch (start, end) {
    case (.color(let one), .color(let other)): return .color(.mix(one, other, progress))
    case (.linear(let one, let from, let to), .linear(let other, let from2, let to2)):
      return .linear(
        mix(one, other, progress), from: .mix(from, from2, progress), to: .mix(to, to2, progress))
    case (.radial(let one, let center, let radius), .radial(let other, let center2, let radius2)):
      return .radial(
        mix(one, other, progress), center: .mix(center, center2, progress),
        radius: .mix(radius, radius2, progress))
    case (.color(let color), .linear(let stops, let from, let to)):
      return mix(
        .linear(stops.map { ColorStop(color, at: $0.position) }, from: from, to: to), end, progress)
    case (.color(let color), .radial(let stops, let center, let radius)):
      return mix(
        .radial(stops.map { ColorStop(color, at: $0.position) }, center: center, radius: radius), end,
        progress)
    case (_, .color): return mix(end, start, 1 - progress)
    case (.linear, .radial), (.radial, .linear): return progress < 0.5 ? start : end
    }
  }

  private static func mix(_ start: [ColorStop], _ end: [ColorStop], _ progress: Double) -> [ColorStop] {
    let count = max(start.count, end.count)
    func stop(_ stops: [ColorStop], _ index: Int) -> ColorStop {
      stops.isEmpty ? ColorStop(.clear, at: 0) : stops[min(index, stops.count - 1)]
    }
    return (0..<count).map { index in
      let (one, other) = (stop(start, index), stop(end, index))
      return ColorStop(
        .mix(one.color, other.color, progress), at: .mix(one.position, other.position, progress))
    }
  }
}

extension Anchor: Animatable {
  public static func mix(_ start: Anchor, _ end: Anchor, _ progress: Double) -> Anchor {
    Anchor(x: .mix(start.x, end.x, progress), y: .mix(start.y, end.y, progress))
  }
}
