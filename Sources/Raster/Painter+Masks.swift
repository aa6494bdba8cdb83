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
    brush.clip(to: area)
    brush.beginGroup()
    try paint(MarkGroup(group.marks, clip: group.clip))
    let content = cairo_pop_group(brush.handle)
    defer { cairo_pattern_destroy(content) }
    brush.beginGroup()
    for mark in mask.marks { try paint(mark) }
    let shown = cairo_pop_group(brush.handle)
    defer { cairo_pattern_destroy(shown) }
    try brush.check()
    mask.masking.apply(to: shown)
    let isWhole = group.opacity == 1
    if isWhole { brush.use(group.blend) } else { brush.beginGroup() }
    cairo_set_source(brush.handle, content)
    cairo_mask(brush.handle, shown)
    if isWhole { return }
    brush.endGroup()
    brush.use(group.blend)
    brush.paint(opacity: group.opacity)
  }
}

extension Masking {
  /// Makes of a layer's pixels how much they show. The C function is `libretto_show`.
  fileprivate func apply(to pattern: OpaquePointer?) {
    guard channel == .luma || isInverted else { return }
    var surface: OpaquePointer?
    cairo_pattern_get_surface(pattern, &surface)
    guard let surface, let layer = LayerPixels(surface) else { return }
    libretto_show(layer.base, layer.size.width * layer.size.height, channel == .luma, isInverted)
    cairo_surface_mark_dirty(surface)
  }
}
