import Primitives
import Timeline

extension Arrangement: Payload {
  var cast: Cast { .together(parts) }

  func recast(_ change: (Layer) -> Layer) -> Arrangement { Arrangement(parts.map(change), by: layout) }

  /// A group of the same parts, each in its place.
  func unfolded(_ layer: Layer, in parent: Size, by lowering: Lowering) -> Layer {
    guard let layout else { return layer }
    let space = LayoutSpace(
      frame: lowering.toldSize(of: layer, in: parent), parent: parent, site: layer.site,
      isDerived: layer.isDerived, lowering: lowering)
    let placed = layout.placing(parts, in: space)
    var group = layer
    group.payload = Arrangement(placed.parts)
    if let size = placed.size {
      group.look.width = .pixels(size.width)
      group.look.height = .pixels(size.height)
    }
    return group
  }

  func measured(in parent: Size, box: Size) -> Arrangement {
    guard let layout else { return self }
    let space = layout.measures(parent: parent, box: box)
    guard let space else { return self }
    return Arrangement(
      parts.map { $0.framed(in: space).measured(in: space) }, by: layout.measured(in: space))
  }

  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    .group(lowering.clips(of: parts, on: stage))
  }
}

/// What a layout has to go by.
struct LayoutSpace {
  /// The container's own frame, as far as it is told, and what it stands in.
  let frame: Frame
  let parent: Size
  let site: Site
  let isDerived: Bool
  let lowering: Lowering

  /// The box parts are laid out in: the frame, as far as it is told, else the parent's.
  var size: Size { Size(width: frame.width ?? parent.width, height: frame.height ?? parent.height) }

  /// As large as a part is in a box.
  func size(of part: Layer, in box: Size) -> Size { lowering.size(of: part, in: box) }

  /// A group in a place of its parent.
  func box(_ parts: Layers, at place: Rect, site: Site, isDerived: Bool) -> Layer {
    var group = Layer(Arrangement(parts), at: site)
    group.isDerived = isDerived
    group.look.width = .pixels(place.width)
    group.look.height = .pixels(place.height)
    group.look.position = (.pixels(place.center.x), .pixels(place.center.y))
    return group
  }
}
