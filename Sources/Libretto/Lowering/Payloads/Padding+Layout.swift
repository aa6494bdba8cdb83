import Primitives

extension Padding: Layout {
  /// A smaller box in the middle, with the element.
  func placing(_ parts: Layers, in space: LayoutSpace) -> (parts: Layers, size: Size?) {
    let (frame, box) = (space.frame, space.size)
    let sides = sides(in: box)
    let (across, down) = (sides.left + sides.right, sides.top + sides.bottom)
    let inner = Size(width: max(0, box.width - across), height: max(0, box.height - down))
    let measured = parts.map { $0.framed(in: inner).measured(in: inner) }
    let sizes = measured.map { space.size(of: $0, in: inner) }
    let place = Rect(
      x: sides.left, y: sides.top,
      width: frame.width.map { $0 - across } ?? sizes.map(\.width).max() ?? 0,
      height: frame.height.map { $0 - down } ?? sizes.map(\.height).max() ?? 0)
    return (
      [space.box(measured, at: place, site: space.site, isDerived: space.isDerived)],
      Size(width: place.width + across, height: place.height + down)
    )
  }

  func measures(parent: Size, box: Size) -> Size? { parent }

  private func sides(in box: Size) -> (top: Double, left: Double, bottom: Double, right: Double) {
    switch self {
    case .sides(let top, let left, let bottom, let right):
      (top.height(in: box), left.width(in: box), bottom.height(in: box), right.width(in: box))
    case .area(let area):
      (
        area.area.y * box.height, area.area.x * box.width, (1 - area.area.maxY) * box.height,
        (1 - area.area.maxX) * box.width
      )
    }
  }
}
