import Primitives

extension Clip {
  /// Whether it hides all that it stands on, all the time, as far as is plain to see: a picture without holes, a color,
  /// or a group with one of these in it.
  package var coversItsPlace: Bool {
    let isWhole = look.width == nil && look.height == nil && look.position == nil && look.route == nil
    let isSquare = look.clip == nil && look.cornerRadius == nil && look.aperture == nil
    let isFlat = look.rotation.fixed == .zero && look.tilt == nil && look.depth == nil
    let isPlain = look.opacity.fixed == 1 && look.blend == .normal && isFlat
    let isStill = look.offset.x.fixed == .zero && look.offset.y.fixed == .zero
    let isLarge = [look.scaleX, look.scaleY].allSatisfy { ($0.fixed ?? 0) >= 1 }
    return isWhole && isSquare && isPlain && isStill && isLarge && content.coversItsBox
  }
}

extension ClipContent {
  fileprivate var coversItsBox: Bool {
    switch self {
    case .solid(let color): color.alpha == 1
    case .picture(let asset, let fit, _): !asset.facts.hasAlpha && fit != .contain
    case .video(let asset, let fit, _, _): !asset.facts.hasAlpha && fit != .contain
    case .group(let clips): clips.contains { $0.coversItsPlace }
    case .track(let clips): clips.allSatisfy { $0.coversItsPlace }
    case .canvas(_, let canvas): canvas.background.alpha == 1 && canvas.fit != .contain
    case .backdrop, .text, .shape, .letters, .neighbour, .mix, .masked, .replay: false
    }
  }
}
