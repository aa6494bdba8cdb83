internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Paints a picture where an outline is, or everywhere.
  func paint(
    _ sample: PictureSample, inside area: (Outline, Matrix)?, opacity: Double
  ) throws(Problem) {
    let (plane, number) =
      sample.isBlurred
      ? try pictures.blurred(sample.digest)
      : try pictures.level(of: sample.digest, forScale: sample.toScreen.scale)
    // A level's pixel is 2ⁿ of the picture's on each side, whatever was rounded at its edge.
    let pixel = number >= 0 ? Double(1 << number) : 1 / Double(1 << -number)
    guard let fromScreen = Matrix.scale(pixel, pixel).then(sample.toScreen).inverse else { return }
    let format = plane.isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    let surface = cairo_image_surface_create_for_data(
      UnsafeMutableRawPointer(plane.pixels).assumingMemoryBound(to: UInt8.self), format,
      Int32(plane.size.width), Int32(plane.size.height), Int32(plane.size.width * 4))
    defer { cairo_surface_destroy(surface) }
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    if let (outline, matrix) = area {
      brush.trace(outline, at: matrix)
      cairo_clip(brush.handle)
    }
    cairo_set_source_surface(brush.handle, surface, 0, 0)
    let pattern = cairo_get_source(brush.handle)
    var matrix = fromScreen.cairo
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR)
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    withExtendedLifetime(plane) { brush.paint(opacity: opacity) }
    // The source must not outlive the memory it looks at.
    cairo_set_source_rgb(brush.handle, 0, 0, 0)
  }
}

extension Brush {
  /// A colour or a gradient, seen only so much. Pictures are painted by the painter.
  borrowing func setSource(_ ink: Ink, at matrix: Matrix, opacity: Double) {
    switch ink {
    case .color(let color):
      cairo_set_source_rgba(handle, color.red, color.green, color.blue, color.alpha * opacity)
    case .linear(let stops, let from, let to):
      set(cairo_pattern_create_linear(from.x, from.y, to.x, to.y), stops, matrix, opacity)
    case .radial(let stops, let center, let radii):
      let ellipse = Matrix.scale(radii.width, radii.height).then(.translation(center.x, center.y))
      set(cairo_pattern_create_radial(0, 0, 0, 0, 0, 1), stops, ellipse.then(matrix), opacity)
    case .picture: break
    }
  }

  private borrowing func set(
    _ pattern: OpaquePointer?, _ stops: [ColorStop], _ matrix: Matrix, _ opacity: Double
  ) {
    for stop in stops {
      let color = stop.color
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.position, color.red, color.green, color.blue, color.alpha * opacity)
    }
    defer { cairo_pattern_destroy(pattern) }
    // A gradient without extent shows nothing.
    guard var inverse = matrix.inverse?.cairo else { return cairo_set_source_rgba(handle, 0, 0, 0, 0) }
    cairo_pattern_set_matrix(pattern, &inverse)
    cairo_set_source(handle, pattern)
  }
}

extension Matrix {
  /// How much it enlarges, in the direction in which it enlarges more.
  var scale: Double { max((a * a + b * b).squareRoot(), (c * c + d * d).squareRoot()) }
}
