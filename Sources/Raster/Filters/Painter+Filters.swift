internal import CEngine
import FrameGraph
import Primitives
import Timeline

extension Painter {
  /// Paints a group's marks on a layer of their own, filters it, and lays it over what is beneath.
  mutating func paintFiltered(_ group: MarkGroup) throws(Problem) {
    guard let extent = try extent(for: group, within: view), let seen = extent.intersection(view) else {
      return
    }
    // What hides everything needs no layer: it is filtered where it was painted.
    if extent == view, covers(.group(group)), let under = brush.pixelsBeneath, under.area == view {
      for mark in group.marks { try paint(mark) }
      cairo_surface_flush(under.surface)
      try filter(LayerPixels(base: under.base, area: view), by: group.filters, isOpaque: true)
      return cairo_surface_mark_dirty(under.surface)
    }
    let layer = try layer(extent) { painter throws(Problem) in
      try painter.paint(MarkGroup(group.marks, clip: group.clip, mask: group.mask))
    }
    try filter(layer, on: extent, by: group.filters)
    brush.clip(to: seen)
    if group.blend == .normal, group.opacity < 1, isLarge(seen) {
      return lay(layer, on: extent, opacity: group.opacity)
    }
    cairo_set_source_surface(brush.handle, layer.handle, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(brush.handle), CAIRO_FILTER_NEAREST)
    brush.use(group.blend)
    brush.paint(opacity: group.opacity)
  }

  /// Filters a layer that covers an area.
  mutating func filter(_ layer: borrowing Surface, on area: PixelArea, by filters: [Filter]) throws(Problem)
  {
    guard let bytes = cairo_image_surface_get_data(layer.handle) else { return }
    let count = area.size.width * area.size.height
    try bytes.withMemoryRebound(to: UInt32.self, capacity: count) { base throws(Problem) in
      try filter(
        LayerPixels(base: base, area: area), by: filters, isOpaque: libretto_is_opaque(base, count))
    }
    cairo_surface_mark_dirty(layer.handle)
  }

  private mutating func filter(_ pixels: LayerPixels, by list: [Filter], isOpaque: Bool) throws(Problem) {
    var steps: [FilterChain.Step] = []
    var isOpaque = isOpaque
    func finish() {
      if !steps.isEmpty { FilterChain(steps, on: pixels, isOpaque: isOpaque).run() }
      steps = []
    }
    for filter in list {
      // Some take pixels as they are: what was filtered before is rounded first.
      switch filter {
      case .warp(let warp):
        finish()
        pixels.apply(warp)
        isOpaque = isOpaque && warp.keepsCover
      case .shadow(let shadow):
        finish()
        pixels.lay(shadow)
      case .feather(let feather):
        finish()
        isOpaque = false
        pixels.soften(feather)
      case .burn(let burn):
        if isOpaque { finish() }
        isOpaque = false
        let matte = PlacedMatte(
          shape: burn.matte, size: burn.size, matrix: burn.matrix, softness: 0, isReversed: false,
          progress: burn.progress)
        if let field = try matteFields.field(of: matte, in: pixels.area, pictures: pictures) {
          steps.append(.point(BurnPoint(progress: burn.progress, field)))
        }
      case .key:
        finish()
        isOpaque = false
        steps += try filter.steps(on: pixels, filters)
      case .soften, .shine, .texture, .grade: steps += try filter.steps(on: pixels, filters)
      }
    }
    finish()
  }
}
