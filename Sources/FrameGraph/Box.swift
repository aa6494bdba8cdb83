import Primitives
import Timeline

/// The rectangle an element stands in, in one frame.
struct Box {
  let size: Size

  init(of clip: Clip, at time: Time, in parent: Size) {
    let width = clip.look.width?.value(at: time).width(in: parent)
    let height = clip.look.height?.value(at: time).height(in: parent)
    switch clip.content.masked {
    case .text(let lettering):
      let block = lettering.block.size
      size = Size(width: width ?? block.width, height: height ?? block.height)
    case .picture(let asset, _, _): size = Box.size(of: Size(asset.facts.size), width, height, in: parent)
    case .video(let asset, _, _, _): size = Box.size(of: Size(asset.facts.size), width, height, in: parent)
    case .canvas(_, let canvas): size = Box.size(of: canvas.size, width, height, in: parent)
    case .solid, .backdrop, .shape, .group, .letters, .track, .masked, .neighbour, .mix, .replay:
      size = Size(width: width ?? parent.width, height: height ?? parent.height)
    }
  }

  /// With one side said, the other follows from the picture's shape.
  private static func size(
    of picture: Size, _ width: Double?, _ height: Double?, in parent: Size
  ) -> Size {
    let shape = picture.width / picture.height
    return Size(
      width: width ?? height.map { $0 * shape } ?? parent.width,
      height: height ?? width.map { $0 / shape } ?? parent.height)
  }

  /// Takes the box's units to the parent's.
  func matrix(_ look: Look, at time: Time, in parent: Size) -> Matrix {
    let pivot = look.anchor.point(in: size)
    let place =
      look.position.map {
        Point(x: $0.x.value(at: time).width(in: parent), y: $0.y.value(at: time).height(in: parent))
      }
      ?? Point(
        x: (parent.width - size.width) / 2 + pivot.x, y: (parent.height - size.height) / 2 + pivot.y)
    let offset = look.offset
    var (spot, heading) = (place, Matrix.identity)
    if let route = look.route, let (point, way) = route.place(at: time) {
      spot = point
      if route.turns { heading = Matrix(a: way.x, b: way.y, c: -way.y, d: way.x, tx: 0, ty: 0) }
    }
    return Matrix.translation(-pivot.x, -pivot.y)
      .then(.scale(look.scaleX.value(at: time), look.scaleY.value(at: time)))
      .then(.skew(look.skewX.value(at: time), look.skewY.value(at: time)))
      .then(.rotation(look.rotation.value(at: time))).then(heading)
      .then(
        .translation(
          spot.x + offset.x.value(at: time).width(in: parent),
          spot.y + offset.y.value(at: time).height(in: parent)))
  }
}

extension Route {
  fileprivate func place(at time: Time) -> (point: Point, direction: Point)? {
    let share = progress.value(at: time)
    return goesOn ? measure.place(onward: share) : measure.place(at: share)
  }
}

extension ClipContent {
  /// Itself, or what is seen of through a mask.
  fileprivate var masked: ClipContent {
    if case .masked(let clip, _, _) = self { clip.content.masked } else { self }
  }
}

extension Size {
  var snapped: Size { Size(width: width.snappedToPixelGrid, height: height.snappedToPixelGrid) }
}

extension Rect {
  var snapped: Rect {
    Rect(
      x: x.snappedToPixelGrid, y: y.snappedToPixelGrid, width: width.snappedToPixelGrid,
      height: height.snappedToPixelGrid)
  }
}

extension Shape {
  /// The edge in a box's units.
  func outline(in size: Size) -> Outline {
    switch self {
    case .rectangle(let radius): .rectangle(Rect(size.snapped), cornerRadius: radius.snappedToPixelGrid)
    case .ellipse: .ellipse(in: Rect(size.snapped))
    case .path(let outline): outline
    }
  }
}

extension Ink {
  /// A paint in a box's units.
  init(_ paint: Paint, in size: Size) { self.init(paint, across: Rect(size)) }

  /// A paint that runs across a rectangle.
  init(_ paint: Paint, across box: Rect) {
    func point(_ anchor: Anchor) -> Point {
      let point = anchor.point(in: box.size)
      return Point(x: (box.x + point.x).snappedToPixelGrid, y: (box.y + point.y).snappedToPixelGrid)
    }
    func snapped(_ stops: [ColorStop]) -> [ColorStop] {
      stops.map { ColorStop($0.color, at: max(0, min(1, $0.position.snappedToRatioGrid))) }
    }
    switch paint {
    case .color(let color): self = .color(color)
    case .linear(let stops, let from, let to):
      self = .linear(snapped(stops), from: point(from), to: point(to))
    case .radial(let stops, let center, let radius):
      let radii = Size(width: radius * box.width, height: radius * box.height).snapped
      self = .radial(snapped(stops), center: point(center), radii: radii)
    }
  }
}
