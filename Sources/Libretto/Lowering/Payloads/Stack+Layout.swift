import Primitives

extension Stack: Layout {
  func placing(_ parts: Layers, in space: LayoutSpace) -> (parts: Layers, size: Size?) {
    let (frame, box) = (space.frame, space.size)
    let sizes = parts.map { space.size(of: $0, in: box) }
    let isVertical = axis == .vertical
    let gap = spacing(in: box)
    let lengths = sizes.map { isVertical ? $0.height : $0.width }
    let length = lengths.reduce(0, +) + gap * Double(max(0, parts.count - 1))
    let breadth = sizes.map { isVertical ? $0.width : $0.height }.max() ?? 0
    let own = Size(
      width: frame.width ?? (isVertical ? breadth : length),
      height: frame.height ?? (isVertical ? length : breadth))
    var pen = ((isVertical ? own.height : own.width) - length) / 2
    let placed = zip(parts, sizes).map { part, size in
      let left = isVertical ? (own.width - size.width) * alignment.share : pen
      let top = isVertical ? pen : (own.height - size.height) / 2
      pen += (isVertical ? size.height : size.width) + gap
      return part.standing(at: Point(x: left, y: top), size: size, measuredIn: box)
    }
    return (placed, own)
  }

  func measures(parent: Size, box: Size) -> Size? { box }

  func measured(in size: Size) -> Stack {
    var copy = self
    copy.spacing = .pixels(spacing(in: size))
    return copy
  }

  private func spacing(in box: Size) -> Double {
    axis == .vertical ? spacing.height(in: box) : spacing.width(in: box)
  }
}

extension Layer {
  /// The same with its box's top left corner told, measured in the box of the stack it stands in, because
  /// the stack itself may be smaller.
  fileprivate func standing(at corner: Point, size: Size, measuredIn box: Size) -> Layer {
    var copy = measured(in: box)
    let anchor = look.anchor
    copy.look.position = (
      .pixels(corner.x + anchor.x * size.width), .pixels(corner.y + anchor.y * size.height)
    )
    if let width = look.width, width.isConstant { copy.look.width = .pixels(size.width) }
    if let height = look.height, height.isConstant { copy.look.height = .pixels(size.height) }
    if payload.isFitted {
      copy.look.width = copy.look.width ?? .pixels(size.width)
      copy.look.height = copy.look.height ?? .pixels(size.height)
    }
    return copy
  }
}
