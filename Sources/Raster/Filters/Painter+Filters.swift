internal import CEngine
import FrameGraph
import Primitives
import Timeline

extension Painter {
  /// Paints a group's marks on a layer of their own, filters it, and lays it over what is beneath.
  mutating func paintFiltered(_ group: MarkGroup) throws(Problem) {
    guard let room = try room(for: group, within: view), let seen = room.intersection(view) else { return }
    let layer = try Surface.make(size: room.size)
    cairo_surface_set_device_offset(layer.handle, Double(-room.left), Double(-room.top))
    try painting(on: Brush(on: layer), view: room) { painter throws(Problem) in
      try painter.paint(MarkGroup(group.marks, clip: group.clip))
    }
    cairo_surface_flush(layer.handle)
    guard let bytes = cairo_image_surface_get_data(layer.handle) else { return }
    let count = room.size.width * room.size.height
    try bytes.withMemoryRebound(to: UInt32.self, capacity: count) { base throws(Problem) in
      let pixels = LayerPixels(base: base, area: room)
      var steps: [FilterChain.Step] = []
      for filter in group.filters { steps += try filter.steps(on: pixels, filters) }
      FilterChain(steps, on: pixels, isOpaque: libretto_is_opaque(base, count)).run()
    }
    cairo_surface_mark_dirty(layer.handle)
    brush.clip(to: seen)
    cairo_set_source_surface(brush.handle, layer.handle, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(brush.handle), CAIRO_FILTER_NEAREST)
    brush.use(group.blend)
    brush.paint(opacity: group.opacity)
  }

  /// Paints with another brush for a while, on what covers a part of the screen's plane.
  private mutating func painting(
    on other: consuming Brush, view area: PixelArea, _ body: (inout Painter) throws(Problem) -> Void
  ) throws(Problem) {
    var other = other
    let before = view
    swap(&brush, &other)
    view = area
    defer {
      swap(&brush, &other)
      view = before
    }
    try body(&self)
    try brush.check()
  }
}
