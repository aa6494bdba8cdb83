internal import CEngine
import FrameGraph
import Primitives
import Timeline

extension Painter {
  /// Makes a group's marks, cut and filtered, the source.
  mutating func filter(_ group: MarkGroup) throws(Problem) {
    brush.beginGroup()
    try paint(MarkGroup(group.marks, clip: group.clip, mask: group.mask))
    let pattern = cairo_pop_group(brush.handle)
    defer { cairo_pattern_destroy(pattern) }
    try brush.check()
    var surface: OpaquePointer?
    cairo_pattern_get_surface(pattern, &surface)
    if let surface, let pixels = LayerPixels(surface) {
      for filter in group.filters { filter.apply(to: pixels) }
      cairo_surface_mark_dirty(surface)
    }
    cairo_set_source(brush.handle, pattern)
  }
}

/// The pixels of a layer, lent by Cairo.
struct LayerPixels {
  let base: UnsafeMutablePointer<UInt32>
  let size: PixelSize
  /// Of the layer's top left corner on the screen.
  let (left, top): (Int, Int)

  /// Nil if there are none: the surface is no picture, or broken.
  init?(_ surface: OpaquePointer) {
    cairo_surface_flush(surface)
    let size = PixelSize(
      width: Int(cairo_image_surface_get_width(surface)),
      height: Int(cairo_image_surface_get_height(surface)))
    guard let bytes = cairo_image_surface_get_data(surface), size.width > 0, size.height > 0,
      Int(cairo_image_surface_get_stride(surface)) == size.width * 4
    else { return nil }
    var (x, y) = (0.0, 0.0)
    cairo_surface_get_device_offset(surface, &x, &y)
    base = UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt32.self)
    self.size = size
    (left, top) = (-Int(x), -Int(y))
  }
}

extension Filter {
  /// How far beyond its edges a layer reaches once it was filtered.
  var reach: PixelSize {
    switch self {
    case .blur(let x, let y): return Softness(x, y).reach
    case .shadow(_, let blur, let x, let y):
      let soft = Softness(blur, blur).reach
      // Farther away than any screen is wide it is seen nowhere.
      let (right, down) = (min(x.magnitude, 20_000).rounded(.up), min(y.magnitude, 20_000).rounded(.up))
      return PixelSize(width: soft.width + Int(right), height: soft.height + Int(down))
    }
  }

  func apply(to layer: LayerPixels) {
    switch self {
    case .blur(let x, let y): layer.blur(Softness(x, y))
    case .shadow(let color, let blur, let x, let y): layer.shadow(color, Softness(blur, blur), x, y)
    }
  }
}

extension LayerPixels {
  /// Blurs nearly like a Gaussian; beyond its edges the layer goes on as it ends. The C function is
  /// `libretto_box_blur`.
  fileprivate func blur(_ softness: Softness) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(size.width, size.height)) { line in
      guard let room = line.baseAddress else { return }
      for _ in 0..<3 {
        libretto_box_blur(
          base, Int32(size.width), Int32(size.height), max(softness.across.box.radius, 1), room)
      }
    }
  }
}
