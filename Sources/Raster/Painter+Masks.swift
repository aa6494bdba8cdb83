internal import CEngine
import FrameGraph
import Primitives
import Timeline

extension Painter {
  /// Paints what a mask shows of a group, cut first.
  mutating func paint(_ group: MarkGroup, maskedBy mask: MarkGroup.Mask) throws(Problem) {
    guard
      let area = try area(of: [.group(MarkGroup(group.marks, clip: group.clip, mask: mask))], within: view)
    else {
      return
    }
    let shown = try layer(area) { painter throws(Problem) in
      for mark in mask.marks { try painter.paint(mark) }
    }
    mask.masking.apply(to: shown)
    let content = try layer(area) { painter throws(Problem) in
      try painter.paint(MarkGroup(group.marks, clip: group.clip))
      cairo_set_operator(painter.brush.handle, CAIRO_OPERATOR_DEST_IN)
      cairo_set_source_surface(painter.brush.handle, shown.handle, 0, 0)
      painter.brush.paint(opacity: 1)
    }
    lay(content, of: group, on: area)
  }
}

extension Masking {
  /// Makes of a layer's pixels how much they show. The C function is `libretto_show`.
  fileprivate func apply(to layer: borrowing Surface) {
    guard channel == .luma || isInverted, let pixels = LayerPixels(layer.handle) else { return }
    libretto_show(pixels.base, pixels.size.width * pixels.size.height, channel == .luma, isInverted)
    cairo_surface_mark_dirty(layer.handle)
  }
}
