internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Paints as much of the second marks as a matte says, and of the first as it leaves.
  ///
  /// Where one of the two covers the screen, the other is painted right where it belongs, and the first is
  /// mixed into it: that is the same and cheaper.
  mutating func mix(_ from: [Mark], _ to: [Mark], _ matte: PlacedMatte) throws(Problem) {
    guard let area = try area(of: from + to) else { return }
    guard let field = try matteFields.field(of: matte, in: area, pictures: pictures) else { return }
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    brush.clip(to: area)
    let screen = size
    let comesLast = to.contains { $0.covers(screen) }
    if comesLast || from.contains(where: { $0.covers(screen) }) {
      for mark in comesLast ? from : to { try paint(mark) }
      let layer = try layer(of: comesLast ? to : from)
      mix(layer, field, matte, isBackwards: !comesLast)
      return
    }
    brush.beginGroup()
    for mark in from { try paint(mark) }
    let layer = try layer(of: to)
    mix(layer, field, matte, isBackwards: false)
    brush.endGroup()
    brush.paint(opacity: 1)
  }

  /// Mixes a layer into what is being painted on.
  private func mix(
    _ layer: borrowing PaintedLayer, _ field: MatteField, _ matte: PlacedMatte, isBackwards: Bool
  ) {
    guard let target = cairo_get_group_target(brush.handle), let pixels = LayerPixels(target),
      let other = layer.pixels
    else { return }
    pixels.mix(other, field, matte, isBackwards: isBackwards)
    cairo_surface_mark_dirty(target)
  }

  /// Paints marks on a layer of their own.
  private mutating func layer(of marks: [Mark]) throws(Problem) -> PaintedLayer {
    brush.beginGroup()
    for mark in marks { try paint(mark) }
    let layer = PaintedLayer(adopting: cairo_pop_group(brush.handle))
    try brush.check()
    return layer
  }
}

/// What was painted on a layer of its own. The C function is `cairo_pop_group`.
private struct PaintedLayer: ~Copyable {
  private let pattern: OpaquePointer?

  init(adopting pattern: OpaquePointer?) { self.pattern = pattern }

  deinit { cairo_pattern_destroy(pattern) }

  /// Nil if there are none.
  var pixels: LayerPixels? {
    var surface: OpaquePointer?
    cairo_pattern_get_surface(pattern, &surface)
    return surface.flatMap { LayerPixels($0) }
  }
}

extension LayerPixels {
  private var area: PixelArea {
    PixelArea(left: left, top: top, right: left + size.width, bottom: top + size.height)
  }

  /// Mixes a layer into this one where all three lie. The C function is `libretto_mix`.
  ///
  /// - Parameter isBackwards: whether this layer is what comes, and the other what goes.
  fileprivate func mix(
    _ layer: LayerPixels, _ field: MatteField, _ matte: PlacedMatte, isBackwards: Bool
  ) {
    guard let shared = area.intersection(layer.area)?.intersection(field.area) else { return }
    let progress = isBackwards ? 1 - matte.progress : matte.progress
    let moment = LibrettoMatteMoment(
      progress: Float(progress), softness: Float(matte.softness),
      reversed: matte.isReversed != isBackwards ? 1 : 0)
    libretto_mix(
      pixel(shared.left, shared.top), size.width, layer.pixel(shared.left, shared.top), layer.size.width,
      field.values + (shared.top - field.area.top) * field.area.size.width + shared.left - field.area.left,
      field.area.size.width, Int32(shared.size.width), Int32(shared.size.height), moment)
  }

  private func pixel(_ x: Int, _ y: Int) -> UnsafeMutablePointer<UInt32> {
    base + (y - top) * size.width + (x - left)
  }
}
