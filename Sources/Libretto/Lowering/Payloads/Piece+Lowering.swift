import Primitives
import Timeline

extension PiecePayload: Payload {
  /// Where it stands in its text, unless it was put elsewhere.
  func unfolded(_ layer: Layer, in parent: Size, by lowering: Lowering) -> Layer {
    var placed = layer
    let (size, anchor) = (part.block.size, layer.look.anchor)
    placed.look.position =
      layer.look.position
      ?? (
        .pixels(part.origin.x + anchor.x * size.width), .pixels(part.origin.y + anchor.y * size.height)
      )
    return placed
  }

  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size {
    part.block.size
  }

  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    let corner = part.origin
    return .text(
      Lettering(
        part.block, paint: lowering.paint(letters, in: parent, on: stage),
        paintBox: Rect(x: -corner.x, y: -corner.y, width: whole.width, height: whole.height),
        sweep: sweep.map { LetterSweep(strokes: strokes, sung: $0.sung, edge: $0.edge) }))
  }
}
