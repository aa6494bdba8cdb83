internal import CEngine
import FrameGraph
import Primitives

extension Brush {
  /// Makes a picture as it lies on the screen the source while something is painted.
  borrowing func withSource(
    _ sample: PictureSample, from pictures: PictureStore, movedBy shift: Point = .zero,
    _ paint: () throws(Problem) -> Void
  ) throws(Problem) {
    let toScreen = sample.toScreen.then(.translation(shift.x, shift.y))
    let (plane, number) =
      sample.isBlurred
      ? try pictures.blurred(sample.source.digest)
      : try pictures.level(of: sample.source.digest, forScale: toScreen.scale)
    try withSource(plane, number, toScreen: toScreen, edge: CAIRO_EXTEND_PAD, paint)
  }

  /// Makes a level of a pyramid the source while something is painted; nothing is, where the matrix
  /// flattens it.
  ///
  /// - Parameter edge: what is beyond the picture.
  borrowing func withSource(
    _ plane: PixelPlane, _ number: Int, toScreen: Matrix, edge: cairo_extend_t,
    _ paint: () throws(Problem) -> Void
  ) throws(Problem) {
    // A level's pixel is 2ⁿ of the picture's on each side, whatever was rounded at its edge.
    let pixel = number >= 0 ? Double(1 << number) : 1 / Double(1 << -number)
    guard let fromScreen = Matrix.scale(pixel, pixel).then(toScreen).inverse else { return }
    let format = plane.isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    let surface = cairo_image_surface_create_for_data(
      UnsafeMutableRawPointer(plane.pixels).assumingMemoryBound(to: UInt8.self), format,
      Int32(plane.size.width), Int32(plane.size.height), Int32(plane.size.width * 4))
    defer { cairo_surface_destroy(surface) }
    cairo_set_source_surface(handle, surface, 0, 0)
    let pattern = cairo_get_source(handle)
    var matrix = fromScreen.cairo
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR)
    cairo_pattern_set_extend(pattern, edge)
    // The source must not outlive the memory it looks at.
    defer { cairo_set_source_rgb(handle, 0, 0, 0) }
    defer { extendLifetime(plane) }
    try paint()
  }
}

extension Matrix {
  /// How much it enlarges, in the direction in which it enlarges more.
  var scale: Double { max((a * a + b * b).squareRoot(), (c * c + d * d).squareRoot()) }
}
