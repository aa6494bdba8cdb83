internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Paints as much of the second marks as a matte says, and of the first as it leaves.
  ///
  /// Where one of the two covers the screen, the other is painted right where it belongs, and the first is
  /// mixed into it: that is the same and cheaper. What a matte hides altogether isn't painted.
  mutating func mix(_ from: [Mark], _ to: [Mark], _ matte: PlacedMatte) throws(Problem) {
    guard let area = try area(of: from + to) else { return }
    guard let field = try matteFields.field(of: matte, in: area, pictures: pictures) else { return }
    let screen = size
    let (goes, comes) = (field.area(before: matte), field.area(after: matte))
    let comesLast = to.contains { $0.covers(screen) }
    let isFlat = comesLast || from.contains { $0.covers(screen) }
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    brush.clip(to: area)
    if !isFlat { brush.beginGroup() }
    let isBackwards = isFlat && !comesLast
    if let shown = isBackwards ? comes : goes {
      cairo_save(brush.handle)
      brush.clip(to: shown)
      for mark in isBackwards ? to : from { try paint(mark) }
      cairo_restore(brush.handle)
    }
    if let shown = isBackwards ? goes : comes {
      let apart = try paintApart(isBackwards ? from : to, in: shown, cleared: !isFlat)
      withTarget { target in
        if let pixels = apart.pixels {
          target.mix(pixels, in: shown, field, matte, isBackwards: isBackwards)
        }
      }
      spareEasels.append(apart)
    }
    if !isFlat {
      brush.endGroup()
      brush.paint(opacity: 1)
    }
  }

  /// Paints a mark that covers the screen, so much of it. The C function is `libretto_mix_evenly`.
  mutating func mixEvenly(_ mark: Mark, opacity: Double) throws(Problem) {
    let apart = try paintApart([mark], in: PixelArea(size), cleared: false)
    withTarget { target in
      guard let pixels = apart.pixels, let shared = target.area.intersection(pixels.area) else { return }
      libretto_mix_evenly(
        target.pixel(shared.left, shared.top), target.size.width, pixels.pixel(shared.left, shared.top),
        pixels.size.width, Int32(shared.size.width), Int32(shared.size.height),
        Int32((opacity * 256).rounded()))
    }
    spareEasels.append(apart)
  }
}

extension LayerPixels {
  var area: PixelArea {
    PixelArea(left: left, top: top, right: left + size.width, bottom: top + size.height)
  }

  func pixel(_ x: Int, _ y: Int) -> UnsafeMutablePointer<UInt32> {
    base + (y - top) * size.width + (x - left)
  }

  /// Mixes a layer into this one, as far as an area reaches. The C function is `libretto_mix`.
  ///
  /// - Parameter isBackwards: whether this layer is what comes, and the other what goes.
  fileprivate func mix(
    _ layer: LayerPixels, in area: PixelArea, _ field: MatteField, _ matte: PlacedMatte, isBackwards: Bool
  ) {
    let shared = self.area.intersection(layer.area)?.intersection(field.area)?.intersection(area)
    guard let shared else { return }
    let progress = isBackwards ? 1 - matte.progress : matte.progress
    let moment = LibrettoMatteMoment(
      progress: Float(progress), softness: Float(matte.softness),
      reversed: matte.isReversed != isBackwards ? 1 : 0)
    libretto_mix(
      pixel(shared.left, shared.top), size.width, layer.pixel(shared.left, shared.top), layer.size.width,
      field.values + (shared.top - field.area.top) * field.area.size.width + shared.left - field.area.left,
      field.area.size.width, Int32(shared.size.width), Int32(shared.size.height), moment)
  }
}
