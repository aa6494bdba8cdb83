internal import CEngine
import FrameGraph
import Primitives

/// A surface as large as the screen, and what paints on it.
final class Easel {
  let surface: Surface
  let brush: Brush

  init(size: PixelSize) throws(Problem) {
    let surface = try Surface.make(size: size)
    brush = Brush(on: surface)
    self.surface = surface
  }

  /// Nil if it is broken.
  var pixels: LayerPixels? { LayerPixels(surface.handle) }
}

extension Painter {
  /// Paints marks on an easel of their own, as far as an area reaches.
  ///
  /// Outside of the area, and where the marks don't cover it, there is whatever was painted there before,
  /// unless it is cleared. Whoever is done with the easel puts it back among the spare ones.
  mutating func paintApart(
    _ marks: [Mark], in area: PixelArea, cleared: Bool
  ) throws(Problem) -> Easel {
    let apart = if let spare = spareEasels.popLast() { spare } else { try Easel(size: size) }
    let own = easel
    easel = apart
    defer { easel = own }
    cairo_save(apart.brush.handle)
    defer { cairo_restore(apart.brush.handle) }
    apart.brush.clip(to: area)
    if cleared {
      cairo_set_operator(apart.brush.handle, CAIRO_OPERATOR_CLEAR)
      cairo_paint(apart.brush.handle)
      cairo_set_operator(apart.brush.handle, CAIRO_OPERATOR_OVER)
    }
    for mark in marks { try paint(mark) }
    try apart.brush.check()
    return apart
  }

  /// The pixels that are painted on now: those of the easel, or of a layer on it.
  func withTarget(_ body: (LayerPixels) -> Void) {
    guard let target = cairo_get_group_target(brush.handle), let pixels = LayerPixels(target) else {
      return
    }
    body(pixels)
    cairo_surface_mark_dirty(target)
  }
}
