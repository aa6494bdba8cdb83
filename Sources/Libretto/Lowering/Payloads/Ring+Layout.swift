import Primitives

extension Circle: Layout {
  func placing(_ parts: Layers, in space: LayoutSpace) -> (parts: Layers, size: Size?) {
    let (frame, box) = (space.frame, space.size)
    let radius = radius(in: box)
    let sizes = parts.map { space.size(of: $0, in: box) }
    // What is turned may lie across.
    let across = sizes.map { isTurned ? max($0.width, $0.height) : $0.width }.max() ?? 0
    let down = sizes.map { isTurned ? max($0.width, $0.height) : $0.height }.max() ?? 0
    let own = Size(width: frame.width ?? 2 * radius + across, height: frame.height ?? 2 * radius + down)
    let placed = zip(parts, sizes).enumerated().map { index, part in
      let angle = angle(of: index, among: parts.count)
      let middle = Point(
        x: own.width / 2 + radius * ExactMath.sin(angle), y: own.height / 2 - radius * ExactMath.cos(angle))
      return part.0.standing(around: middle, size: part.1, turned: isTurned ? angle : 0, measuredIn: box)
    }
    return (placed, own)
  }

  func measures(parent: Size, box: Size) -> Size? { box }

  func measured(in size: Size) -> Circle {
    var copy = self
    copy.radius = .pixels(radius(in: size))
    return copy
  }

  private func radius(in box: Size) -> Double {
    let radius = min(radius.width(in: box), radius.height(in: box))
    return radius > 0 ? min(radius, 1e6) : 0
  }

  /// In radians, clockwise from the top.
  private func angle(of index: Int, among count: Int) -> Double {
    let isClosed = spread.radians.magnitude > 2 * .pi - 1e-9
    let steps = max(1, isClosed ? count : count - 1)
    let angle = start.radians + spread.radians * (Double(index) / Double(steps))
    return angle.magnitude < 1e6 ? angle : 0
  }
}

extension Layer {
  /// The same with its box's middle told, turned so far, measured in the box of the ring it stands in.
  fileprivate func standing(
    around middle: Point, size: Size, turned angle: Double, measuredIn box: Size
  ) -> Layer {
    var copy = framed(in: box).measured(in: box)
    // From the middle to the point that is placed, which it turns around.
    let (x, y) = ((look.anchor.x - 0.5) * size.width, (look.anchor.y - 0.5) * size.height)
    let (sine, cosine) = (ExactMath.sin(angle), ExactMath.cos(angle))
    copy.look.position = (
      .pixels(middle.x + x * cosine - y * sine), .pixels(middle.y + x * sine + y * cosine)
    )
    if payload.isFitted {
      copy.look.width = copy.look.width ?? .pixels(size.width)
      copy.look.height = copy.look.height ?? .pixels(size.height)
    }
    if angle != 0 { copy.look.rotation = look.rotation.map { Angle(radians: $0.radians + angle) } }
    return copy
  }
}
