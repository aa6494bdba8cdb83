import Primitives

extension Lowering {
  /// An element said in simpler ones: a stack is a group with its places, captions are their pages.
  func unfolded(_ layer: Layer, in parent: Size) -> Layer {
    switch layer.content {
    case .stack(let stack, let children): return unfolded(layer, stack, children, in: parent)
    case .grid(let grid, let children): return unfolded(layer, grid, children, in: parent)
    case .padded(let padding, let child): return unfolded(layer, padding, child, in: parent)
    case .replay(let replay, let child): return unfolded(layer, replay, child, in: parent)
    case .captions(let captions):
      var group = layer
      let layers = captions.layers(on: parent, lowering: self, at: layer.site)
      group.content = .group(layers.map { $0.adopted(by: layer.site) })
      return group
    case .piece(let piece):
      var placed = layer
      let (size, anchor) = (piece.part.block.size, layer.look.anchor)
      placed.look.position =
        layer.look.position
        ?? (
          .pixels(piece.part.origin.x + anchor.x * size.width),
          .pixels(piece.part.origin.y + anchor.y * size.height)
        )
      return placed
    case .counter(let counter):
      var boxed = layer
      let size = size(of: counter, in: parent, at: layer.site)
      boxed.look.width = layer.look.width ?? .pixels(size.width)
      boxed.look.height = layer.look.height ?? .pixels(size.height)
      return boxed
    case .solid, .image, .video, .text, .shape, .group, .series, .sound, .nested, .neighbour, .mix:
      return layer
    }
  }

  /// As large as an element is when it begins.
  func size(of layer: Layer, in parent: Size) -> Size {
    let unfolded = unfolded(layer, in: parent)
    let told = toldSize(of: unfolded, in: parent)
    let own = ownSize(of: unfolded, width: told.width, height: told.height, in: parent)
    return Size(width: told.width ?? own.width, height: told.height ?? own.height)
  }

  private func ownSize(of layer: Layer, width: Double?, height: Double?, in parent: Size) -> Size {
    switch layer.content {
    case .text(let text):
      return TextLowering.block(of: text, in: parent, at: layer.site, lowering: self)?.size ?? .zero
    case .piece(let piece): return piece.part.block.size
    case .image(let path, _, _):
      guard let facts = try? authoring.resources.picture(AssetPath(path, from: layer.site)) else {
        return parent  // the failure is reported where the picture is lowered
      }
      return Lowering.size(of: facts.size, width, height, in: parent)
    case .video(let video):
      guard let facts = video.facts(at: layer.site) else { return parent }
      return Lowering.size(of: facts.size, width, height, in: parent)
    case .nested(let nested):
      let canvas = nested.composition.canvas.size
      guard canvas.width > 0, canvas.height > 0 else { return parent }
      return Lowering.size(of: canvas, width, height, in: parent)
    case .replay(_, let child): return size(of: child, in: parent)
    case .solid, .counter, .shape, .group, .stack, .grid, .padded, .series, .captions, .sound, .neighbour,
      .mix:
      return parent
    }
  }

  /// With one side told, the other follows from a picture's shape.
  private static func size(
    of picture: PixelSize, _ width: Double?, _ height: Double?, in parent: Size
  ) -> Size {
    let shape = Double(picture.width) / Double(picture.height)
    return Size(
      width: height.map { $0 * shape } ?? parent.width, height: width.map { $0 / shape } ?? parent.height)
  }

  private func unfolded(
    _ layer: Layer, _ stack: StackElement, _ children: Layers, in parent: Size
  ) -> Layer {
    let told = toldSize(of: layer, in: parent)
    let room = Size(width: told.width ?? parent.width, height: told.height ?? parent.height)
    let sizes = children.map { size(of: $0, in: room) }
    let isVertical = stack.axis == .vertical
    let spacing = isVertical ? stack.spacing.height(in: room) : stack.spacing.width(in: room)
    let lengths = sizes.map { isVertical ? $0.height : $0.width }
    let length = lengths.reduce(0, +) + spacing * Double(max(0, children.count - 1))
    let breadth = sizes.map { isVertical ? $0.width : $0.height }.max() ?? 0
    let box = Size(
      width: told.width ?? (isVertical ? breadth : length),
      height: told.height ?? (isVertical ? length : breadth))
    var group = layer
    group.look.width = .pixels(box.width)
    group.look.height = .pixels(box.height)
    var pen = ((isVertical ? box.height : box.width) - length) / 2
    group.content = .group(
      zip(children, sizes).map { child, size in
        let left = isVertical ? (box.width - size.width) * stack.alignment.share : pen
        let top = isVertical ? pen : (box.height - size.height) / 2
        pen += (isVertical ? size.height : size.width) + spacing
        return child.standing(at: Point(x: left, y: top), size: size, measuredIn: room)
      })
    return group
  }
}

extension Layer {
  /// The same with its box's top left corner told, measured in the room of the stack it stands in, because
  /// the stack itself may be smaller.
  fileprivate func standing(at corner: Point, size: Size, measuredIn room: Size) -> Layer {
    var copy = measured(in: room)
    let anchor = look.anchor
    copy.look.position = (
      .pixels(corner.x + anchor.x * size.width), .pixels(corner.y + anchor.y * size.height)
    )
    if let width = look.width, width.isConstant { copy.look.width = .pixels(size.width) }
    if let height = look.height, height.isConstant { copy.look.height = .pixels(size.height) }
    switch content {
    case .image, .video, .replay:
      copy.look.width = copy.look.width ?? .pixels(size.width)
      copy.look.height = copy.look.height ?? .pixels(size.height)
    case .solid, .text, .counter, .shape, .piece, .group, .stack, .grid, .padded, .series, .captions,
      .sound, .nested, .neighbour, .mix:
      break
    }
    return copy
  }

  /// The same with what its words and stacks ask of the room in pixels.
  func measured(in room: Size) -> Layer {
    var copy = self
    switch content {
    case .text(var text):
      text.style.measure(in: room)
      copy.content = .text(text)
    case .stack(var stack, let children):
      var inner = room
      if case .constant(let width)? = look.width?.source { inner.width = width.width(in: room) }
      if case .constant(let height)? = look.height?.source { inner.height = height.height(in: room) }
      let spacing =
        stack.axis == .vertical ? stack.spacing.height(in: inner) : stack.spacing.width(in: inner)
      stack.spacing = .pixels(spacing)
      copy.content = .stack(stack, children.map { $0.framed(in: inner).measured(in: inner) })
    case .counter(var counter):
      counter.style.measure(in: room)
      copy.content = .counter(counter)
    case .padded(let padding, let child):
      copy.content = .padded(padding, child.framed(in: room).measured(in: room))
    case .replay(let replay, let child):
      copy.content = .replay(replay, child.framed(in: room).measured(in: room))
    case .solid, .image, .video, .piece, .shape, .group, .grid, .series, .captions, .sound, .nested,
      .neighbour, .mix:
      break
    }
    return copy
  }

  /// The same with a frame that stays as it is in pixels.
  func framed(in room: Size) -> Layer {
    var copy = self
    if case .constant(let width)? = look.width?.source { copy.look.width = .pixels(width.width(in: room)) }
    if case .constant(let height)? = look.height?.source {
      copy.look.height = .pixels(height.height(in: room))
    }
    return copy
  }
}
