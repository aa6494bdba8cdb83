internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Paints as much of the second marks as a matte says, and of the first as it leaves.
  ///
  /// Where one of the two covers the screen, the other is painted right where it belongs, and the first is
  /// mixed into it: that is the same and cheaper. What a matte hides altogether isn't painted.
  mutating func mix(_ from: [Mark], _ to: [Mark], _ matte: PlacedMatte) throws(Problem) {
    guard let area = try area(of: from + to, within: view) else { return }
    guard let field = try matteFields.field(of: matte, in: area, pictures: pictures) else { return }
    let (goes, comes) = (field.area(before: matte), field.area(after: matte))
    let comesLast = to.contains { covers($0) }
    let isFlat = (comesLast || from.contains { covers($0) }) && brush.pixelsBeneath != nil
    if isFlat {
      cairo_save(brush.handle)
      defer { cairo_restore(brush.handle) }
      brush.clip(to: area)
      return try mix(from, to, field, matte, goes, comes, isBackwards: !comesLast)
    }
    // By itself first, so that nothing beneath is weighed twice.
    let layer = try layer(area) { painter throws(Problem) in
      try painter.mix(from, to, field, matte, goes, comes, isBackwards: false)
    }
    cairo_set_source_surface(brush.handle, layer.handle, 0, 0)
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    brush.clip(to: area)
    brush.paint(opacity: 1)
  }

  /// - Parameter isBackwards: whether what comes is painted first, and what goes mixed into it.
  private mutating func mix(
    _ from: [Mark], _ to: [Mark], _ field: MatteField, _ matte: PlacedMatte, _ goes: PixelArea?,
    _ comes: PixelArea?, isBackwards: Bool
  ) throws(Problem) {
    if let shown = isBackwards ? comes : goes {
      cairo_save(brush.handle)
      brush.clip(to: shown)
      for mark in isBackwards ? to : from { try paint(mark) }
      cairo_restore(brush.handle)
    }
    guard let shown = isBackwards ? goes : comes, let seen = shown.intersection(view) else { return }
    let apart = try layer(seen) { painter throws(Problem) in
      for mark in isBackwards ? from : to { try painter.paint(mark) }
    }
    guard let under = brush.pixelsBeneath else { return }
    under.mix(apart, in: seen, field, matte, isBackwards: isBackwards)
    cairo_surface_mark_dirty(under.surface)
  }
}

extension Brush.Beneath {
  /// Mixes a layer into these pixels, as far as an area reaches. The C function is `libretto_mix`.
  ///
  /// - Parameter isBackwards: whether these pixels are what comes, and the layer what goes.
  fileprivate func mix(
    _ layer: borrowing Surface, in area: PixelArea, _ field: MatteField, _ matte: PlacedMatte,
    isBackwards: Bool
  ) {
    guard let shared = clip.intersection(area)?.intersection(field.area),
      let bytes = cairo_image_surface_get_data(layer.handle)
    else { return }
    let progress = isBackwards ? 1 - matte.progress : matte.progress
    let moment = LibrettoMatteMoment(
      progress: Float(progress), softness: Float(matte.softness),
      reversed: matte.isReversed != isBackwards ? 1 : 0)
    bytes.withMemoryRebound(to: UInt32.self, capacity: area.size.width * area.size.height) { pixels in
      libretto_mix(
        row(shared.top) + shared.left, stride,
        pixels + (shared.top - area.top) * area.size.width + shared.left - area.left, area.size.width,
        field.values + (shared.top - field.area.top) * field.area.size.width + shared.left
          - field.area.left,
        field.area.size.width, Int32(shared.size.width), Int32(shared.size.height), moment)
    }
  }
}
