internal import CEngine
import FrameGraph
import Primitives

/// What is painted on while something is painted on a layer above it.
struct Ground {
  let surface: OpaquePointer
  /// Whether it is part of what lies beneath the layer, rather than what is just being put together.
  let isSeen: Bool
  /// Takes the layer's pixels to this one's, where the layer is a sheet.
  var sheet: Homography?
  /// All that can be seen of it.
  let screen: PixelSize
}

extension Painter {
  /// Paints what lies beneath, filtered and cut, in its own place.
  ///
  /// What lies beneath is all that was painted before, on whatever layers.
  mutating func paint(_ beneath: Beneath) throws(Problem) {
    guard let seen = try area(of: [.beneath(beneath)], within: view) else { return }
    let reach = beneath.filters.reach
    // Beyond the screen it is taken to go on.
    guard let extent = seen.grown(by: reach).intersection(PixelArea(screen)) else { return }
    let layer = try ground(in: extent)
    try filter(layer, on: extent, by: beneath.filters)
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    brush.trace(beneath.clip.outline, at: beneath.clip.matrix)
    cairo_set_source_surface(brush.handle, layer.handle, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(brush.handle), CAIRO_FILTER_NEAREST)
    // It has taken in what was there.
    cairo_set_operator(brush.handle, CAIRO_OPERATOR_SOURCE)
    cairo_fill(brush.handle)
    cairo_set_operator(brush.handle, CAIRO_OPERATOR_OVER)
  }

  /// A picture of all that was painted in an area so far.
  private mutating func ground(in area: PixelArea) throws(Problem) -> Surface {
    let top = Ground(
      surface: cairo_get_group_target(brush.handle), isSeen: true, sheet: nil, screen: screen)
    return try Painter.picture(of: grounds[...] + [top], in: area)
  }

  /// A picture of what lies on one another, the first at the bottom.
  private static func picture(of grounds: ArraySlice<Ground>, in area: PixelArea) throws(Problem) -> Surface
  {
    let layer = try Surface.make(size: area.size)
    cairo_surface_set_device_offset(layer.handle, Double(-area.left), Double(-area.top))
    let brush = Brush(on: layer)
    var upper = grounds
    if let sheet = grounds.lastIndex(where: { $0.sheet != nil }), let toScreen = grounds[sheet].sheet {
      upper = grounds[(sheet + 1)...]
      let margin = PixelSize(width: 8, height: 8)
      if let seen = area.seen(by: toScreen, within: PixelArea(grounds[sheet].screen).grown(by: margin)) {
        var lower = grounds[...sheet]
        lower[sheet].sheet = nil
        let under = try picture(of: lower, in: seen)
        TiltedSampling(under, seen, toScreen).fill(area, brush, within: RowReaches(all: area))
      }
    }
    for ground in upper where ground.isSeen {
      cairo_surface_flush(ground.surface)
      cairo_set_source_surface(brush.handle, ground.surface, 0, 0)
      cairo_pattern_set_filter(cairo_get_source(brush.handle), CAIRO_FILTER_NEAREST)
      cairo_paint(brush.handle)
    }
    try brush.check()
    cairo_surface_flush(layer.handle)
    return layer
  }
}
