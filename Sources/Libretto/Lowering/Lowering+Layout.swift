import Primitives

extension Lowering {
  /// A grid is a group of cells.
  func unfolded(_ layer: Layer, _ grid: GridElement, _ children: Layers, in parent: Size) -> Layer {
    let told = toldSize(of: layer, in: parent)
    let box = Size(width: told.width ?? parent.width, height: told.height ?? parent.height)
    var group = layer
    group.content = .group(
      zip(children, grid.cells(children.count, in: box)).map { child, cell in
        Layer.box([child], at: cell, site: child.site, isDerived: child.isDerived)
      })
    return group
  }

  /// What is padded is a group, and in it a smaller one with the element.
  func unfolded(_ layer: Layer, _ padding: PaddingElement, _ child: Layer, in parent: Size) -> Layer {
    let told = toldSize(of: layer, in: parent)
    let room = Size(width: told.width ?? parent.width, height: told.height ?? parent.height)
    let sides = padding.sides(in: room)
    let (across, down) = (sides.left + sides.right, sides.top + sides.bottom)
    let inner = Size(width: max(0, room.width - across), height: max(0, room.height - down))
    let measured = child.framed(in: inner).measured(in: inner)
    let own = size(of: measured, in: inner)
    let box = Rect(
      x: sides.left, y: sides.top, width: told.width.map { $0 - across } ?? own.width,
      height: told.height.map { $0 - down } ?? own.height)
    var group = layer
    group.look.width = .pixels(box.width + across)
    group.look.height = .pixels(box.height + down)
    group.content = .group([
      Layer.box([measured], at: box, site: layer.site, isDerived: layer.isDerived)
    ])
    return group
  }
}

extension PaddingElement {
  fileprivate func sides(in room: Size) -> (top: Double, left: Double, bottom: Double, right: Double) {
    switch self {
    case .sides(let top, let left, let bottom, let right):
      (top.height(in: room), left.width(in: room), bottom.height(in: room), right.width(in: room))
    case .area(let area):
      (
        area.area.y * room.height, area.area.x * room.width, (1 - area.area.maxY) * room.height,
        (1 - area.area.maxX) * room.width
      )
    }
  }
}

extension Layer {
  /// A group in a place of its parent.
  fileprivate static func box(_ layers: Layers, at place: Rect, site: Site, isDerived: Bool) -> Layer {
    var group = Layer(.group(layers), at: site)
    group.isDerived = isDerived
    group.look.width = .pixels(place.width)
    group.look.height = .pixels(place.height)
    group.look.position = (.pixels(place.center.x), .pixels(place.center.y))
    return group
  }
}
