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
    guard channel == .luma || isInverted, let bytes = cairo_image_surface_get_data(layer.handle) else {
      return
    }
    let stride = Int(cairo_image_surface_get_stride(layer.handle))
    let count = stride / 4 * Int(cairo_image_surface_get_height(layer.handle))
    bytes.withMemoryRebound(to: UInt32.self, capacity: count) {
      libretto_show($0, count, channel == .luma, isInverted)
    }
    cairo_surface_mark_dirty(layer.handle)
  }
}
