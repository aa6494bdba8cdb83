internal import CEngine
import Primitives
import Typography

/// How much of each pixel of an area is covered.
final class CoverageMask {
  let area: PixelArea
  private let stride: Int
  private let bytes: UnsafeMutablePointer<UInt8>

  /// What is covered is to be written.
  private init(_ area: PixelArea) {
    self.area = area
    stride = CoverageMask.stride(width: area.size.width)
    bytes = .allocate(capacity: stride * area.size.height)
  }

  deinit { bytes.deallocate() }

  var byteCount: Int { stride * area.size.height }

  /// What is painted in an area, by coordinates of the screen.
  ///
  /// - Parameter isFine: whether edges are placed by sixtieths of a pixel down, and not by fifteenths as
  ///   Cairo does.
  static func painted(
    _ area: PixelArea, isFine: Bool, _ paint: (borrowing Brush) throws(Problem) -> Void
  ) throws(Problem) -> CoverageMask {
    let mask = CoverageMask(area)
    let (width, height) = (area.size.width, area.size.height)
    // Cairo's surfaces have fewer than 32,768 rows.
    let rows = isFine && height < 8000 ? 4 : 1
    let surface = try Surface.make(size: PixelSize(width: width, height: height * rows), format: .coverage)
    let brush = Brush(on: surface)
    var matrix = Matrix.translation(Double(-area.left), Double(-area.top)).then(.scale(1, Double(rows)))
      .cairo
    cairo_set_matrix(brush.handle, &matrix)
    // Cairo's own tolerance, 0.1, lets curves wobble as they move.
    cairo_set_tolerance(brush.handle, 0.02)
    try paint(brush)
    try brush.check()
    cairo_surface_flush(surface.handle)
    guard let painted = cairo_image_surface_get_data(surface.handle) else { return mask }
    let stride = Int(cairo_image_surface_get_stride(surface.handle))
    if rows == 1 {
      for y in 0..<height {
        (mask.bytes + y * mask.stride).update(from: painted + y * stride, count: width)
      }
    } else {
      libretto_average_rows(painted, Int32(width), Int32(height), stride, mask.bytes, mask.stride)
    }
    return mask
  }

  /// How much of a color and of white is seen of lights in an area; no white if none is that bright. The C
  /// function is `libretto_row_exposed`.
  static func exposed(
    _ light: UnsafeMutablePointer<Float>, in area: PixelArea, heat: Double
  ) -> (color: CoverageMask, white: CoverageMask?) {
    let (color, white) = (CoverageMask(area), CoverageMask(area))
    var isHot = false
    for y in 0..<area.size.height {
      let isHotHere = libretto_row_exposed(
        light + y * area.size.width, Int32(area.size.width), Int32(area.left & 63),
        Int32((area.top + y) & 63),
        Float(heat), color.bytes + y * color.stride, white.bytes + y * white.stride)
      isHot = isHot || isHotHere
    }
    return (color, isHot ? white : nil)
  }

  /// How opaque each pixel of a layer is; its area begins at 0, 0. The C function is `libretto_opacity`.
  static func opacity(of layer: LayerPixels) -> CoverageMask {
    let mask = CoverageMask(PixelArea(layer.size))
    libretto_opacity(
      layer.base, Int32(layer.size.width), Int32(layer.size.height), mask.bytes, mask.stride)
    return mask
  }

  /// Lays a color where it is covered, so far to the right and down, beneath a layer. The C function is
  /// `libretto_lay_beneath`.
  func lay(_ color: Color, beneath layer: LayerPixels, _ x: Int, _ y: Int) {
    guard let seen = area.moved(x, y).intersection(PixelArea(layer.size)) else { return }
    func byte(_ share: Double) -> UInt32 { UInt32((share * 255).rounded()) }
    let ink =
      byte(color.alpha) << 24 | byte(color.red * color.alpha) << 16 | byte(color.green * color.alpha) << 8
      | byte(color.blue * color.alpha)
    libretto_lay_beneath(
      layer.base + seen.top * layer.size.width + seen.left, Int32(seen.size.width), Int32(seen.size.height),
      layer.size.width, bytes + (seen.top - y) * stride + (seen.left - x), stride, ink)
  }

  /// Softened in place, as far as its area reaches. The C function is `libretto_soften`.
  func soften(_ softness: Softness) {
    let size = area.size
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 64 * max(size.width, size.height)) { scratch in
      guard let base = scratch.baseAddress else { return }
      libretto_soften(
        bytes, Int32(size.width), Int32(size.height), stride, softness.across.box, softness.down.box, base)
    }
  }

  /// The same, so much farther to the right and down, in 256ths of a pixel. The C function is
  /// `libretto_shift`.
  func shifted(_ right: Int, _ down: Int) -> CoverageMask {
    var area = area
    area.right += 1
    area.bottom += 1
    let shifted = CoverageMask(area)
    libretto_shift(
      bytes, Int32(self.area.size.width), Int32(self.area.size.height), stride, Int32(right), Int32(down),
      shifted.bytes, shifted.stride)
    return shifted
  }

  /// The part of it in an area.
  func cropped(to area: PixelArea) -> CoverageMask? {
    guard let shared = self.area.intersection(area) else { return nil }
    let part = CoverageMask(shared)
    for y in shared.top..<shared.bottom {
      let row = bytes + (y - self.area.top) * stride + (shared.left - self.area.left)
      (part.bytes + (y - shared.top) * part.stride).update(from: row, count: shared.size.width)
    }
    return part
  }

  /// The edge of what is covered by more than half.
  func edge(tolerance: Double, _ place: (Point) -> Point) -> Outline {
    var values: [UInt8] = []
    values.reserveCapacity(area.size.width * area.size.height)
    for y in 0..<area.size.height {
      values += UnsafeBufferPointer(start: bytes + y * stride, count: area.size.width)
    }
    return AlphaPlane(size: area.size, values: values).edge(tolerance: tolerance) { corner in
      place(Point(x: corner.x + Double(area.left), y: corner.y + Double(area.top)))
    }
  }

  /// Paints the brush's source where it is covered, so much farther to the right and down. The C function
  /// is `cairo_mask_surface`.
  func stamp(_ x: Int, _ y: Int, on brush: borrowing Brush) {
    let surface = cairo_image_surface_create_for_data(
      bytes, CAIRO_FORMAT_A8, Int32(area.size.width), Int32(area.size.height), Int32(stride))
    defer { cairo_surface_destroy(surface) }
    cairo_mask_surface(brush.handle, surface, Double(area.left + x), Double(area.top + y))
  }

  /// The C function is `cairo_format_stride_for_width`.
  private static func stride(width: Int) -> Int {
    Int(cairo_format_stride_for_width(CAIRO_FORMAT_A8, Int32(width)))
  }
}
