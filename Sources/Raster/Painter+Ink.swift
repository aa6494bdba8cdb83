internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// Paints a picture where an outline is, or everywhere.
  func paint(
    _ sample: PictureSample, inside area: (Outline, Matrix)?, opacity: Double
  ) throws(Problem) {
    let source = MovingPictures(pictures: pictures, clips: clips)
    if area == nil, opacity == 1, sample.isOpaque, try brush.overwrite(with: sample, from: source) {
      return
    }
    cairo_save(brush.handle)
    defer { cairo_restore(brush.handle) }
    if let (outline, matrix) = area {
      brush.trace(outline, at: matrix)
      cairo_clip(brush.handle)
    }
    try brush.withSource(sample, from: source, within: area) { () throws(Problem) in
      brush.paint(opacity: opacity)
    }
  }
}

extension Brush {
  /// A color or a gradient, seen only so much. Pictures are painted by the painter.
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
