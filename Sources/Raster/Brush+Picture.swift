internal import CEngine
import FrameGraph
import Primitives

extension Brush {
  /// Makes a picture as it lies on the screen the source while something is painted.
  ///
  /// - Parameter part: nothing beyond this outline is painted.
  borrowing func withSource(
    _ sample: PictureSample, from pictures: some PictureLevels, movedBy shift: Point = .zero,
    within part: (Outline, Matrix)? = nil, _ paint: () throws(Problem) -> Void
  ) throws(Problem) {
    let toScreen = sample.toScreen.then(.translation(shift.x, shift.y))
    if let resampling = try Resampling(sample, toScreen, from: pictures) {
      return try withSource(resampling, within: part, paint)
    }
    let (plane, number) =
      sample.isBlurred
      ? try pictures.blurred(sample) : try pictures.level(of: sample, forScale: toScreen.scale)
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
    guard let fromScreen = Matrix.scale(Pyramid.pixel(number), Pyramid.pixel(number)).then(toScreen).inverse
    else { return }
    try withSource(plane.pixels, plane.size, isOpaque: plane.isOpaque) { pattern throws(Problem) in
      var matrix = fromScreen.cairo
      cairo_pattern_set_matrix(pattern, &matrix)
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR)
      cairo_pattern_set_extend(pattern, edge)
      try paint()
    }
    extendLifetime(plane)
  }

  /// Paints a picture that hides everything, straight to where it is seen; false if it must go another way.
  borrowing func overwrite(with sample: PictureSample, from pictures: some PictureLevels) throws(Problem)
    -> Bool
  {
    guard cairo_get_operator(handle) == CAIRO_OPERATOR_OVER, let under = pixelsBeneath,
      let resampling = try Resampling(sample, sample.toScreen, from: pictures)
    else { return false }
    resampling.fill(
      under.clip, under.row(under.clip.top) + under.clip.left, stride: under.stride)
    cairo_surface_mark_dirty(under.surface)
    return true
  }

  private borrowing func withSource(
    _ resampling: Resampling, within part: (Outline, Matrix)?, _ paint: () throws(Problem) -> Void
  ) throws(Problem) {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(handle, &left, &top, &right, &bottom)
    guard let area = PixelArea(around: Rect(x: left, y: top, width: right - left, height: bottom - top))
    else { return }
    let memory = PixelMemory.taken(for: area.size.width * area.size.height * 4)
    defer { PixelMemory.leave(memory) }
    let pixels = memory.base.assumingMemoryBound(to: UInt32.self)
    let reaches = part.map { RowReaches(of: $0.0, at: $0.1, in: area) }
    resampling.fill(area, pixels, stride: area.size.width, within: reaches)
    try withSource(pixels, area.size, isOpaque: resampling.isOpaque) { pattern throws(Problem) in
      var matrix = Matrix.translation(Double(-area.left), Double(-area.top)).cairo
      cairo_pattern_set_matrix(pattern, &matrix)
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
      try paint()
    }
  }

  /// Makes pixels the source while something is painted; `prepare` is given the pattern.
  private borrowing func withSource(
    _ pixels: UnsafeMutablePointer<UInt32>, _ size: PixelSize, isOpaque: Bool,
    _ paint: (OpaquePointer?) throws(Problem) -> Void
  ) throws(Problem) {
    let surface = cairo_image_surface_create_for_data(
      UnsafeMutableRawPointer(pixels).assumingMemoryBound(to: UInt8.self),
      isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(size.width), Int32(size.height),
      Int32(size.width * 4))
    defer { cairo_surface_destroy(surface) }
    cairo_set_source_surface(handle, surface, 0, 0)
    // The source must not outlive the memory it looks at.
    defer { cairo_set_source_rgb(handle, 0, 0, 0) }
    try paint(cairo_get_source(handle))
  }
}

extension Resampling {
  /// Nil for what is blurred, or is flattened.
  fileprivate init?(
    _ sample: PictureSample, _ toScreen: Matrix, from pictures: some PictureLevels
  ) throws(Problem) {
    guard !sample.isBlurred, toScreen.determinant != 0 else { return nil }
    let (plane, number) = try pictures.level(of: sample, forScale: toScreen.scale)
    let pixel = Pyramid.pixel(number)
    guard let fromScreen = Matrix.scale(pixel, pixel).then(toScreen).inverse else { return nil }
    self.init(plane, fromScreen: fromScreen, isEnlarged: number < 0 && !sample.isVector)
  }
}

extension Matrix {
  /// How much it enlarges on the whole: the side of the square that a square of one becomes as large as.
  var scale: Double { determinant.magnitude.squareRoot() }
}
