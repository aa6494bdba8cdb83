internal import CEngine
import FrameGraph
import Primitives

extension Painter {
  /// What is painted on a layer of its own, which covers an area of the screen's plane.
  ///
  /// - Parameters:
  ///   - seesGround: whether what is painted on now lies beneath it.
  ///   - sheet: takes the layer's pixels to those of what is painted on now, where it is seen at an angle.
  mutating func layer(
    _ area: PixelArea, seesGround: Bool = true, throughSheet sheet: Homography? = nil,
    _ paint: (inout Painter) throws(Problem) -> Void
  ) throws(Problem) -> Surface {
    let layer = try Surface.make(size: area.size)
    cairo_surface_set_device_offset(layer.handle, Double(-area.left), Double(-area.top))
    var brush = Brush(on: layer)
    let before = view
    grounds.append(
      Ground(
        surface: cairo_get_group_target(self.brush.handle), isSeen: seesGround, sheet: sheet, screen: screen
      ))
    swap(&self.brush, &brush)
    view = area
    defer {
      swap(&self.brush, &brush)
      view = before
      grounds.removeLast()
    }
    try paint(&self)
    try self.brush.check()
    cairo_surface_flush(layer.handle)
    return layer
  }

  /// Whether bands could be seen in an area: letters are too small for any.
  func isLarge(_ area: PixelArea) -> Bool {
    4 * area.size.width * area.size.height >= view.size.width * view.size.height
  }

  /// Lays what is in a group over what is beneath, as the group says.
  func lay(_ layer: borrowing Surface, of group: MarkGroup, on area: PixelArea) {
    if group.blend == .normal, group.opacity < 1, isLarge(area) {
      return lay(layer, on: area, opacity: group.opacity)
    }
    brush.clip(to: area)
    cairo_set_source_surface(brush.handle, layer.handle, 0, 0)
    brush.use(group.blend)
    brush.paint(opacity: group.opacity)
  }

  /// Lays a layer over what is beneath, seen only so much, without leaving bands.
  func lay(_ layer: borrowing Surface, on area: PixelArea, opacity: Double) {
    guard let under = brush.pixelsBeneath, let seen = under.clip.intersection(area),
      let from = cairo_image_surface_get_data(layer.handle)
    else {
      cairo_set_source_surface(brush.handle, layer.handle, 0, 0)
      brush.use(.normal)
      return brush.paint(opacity: opacity)
    }
    from.withMemoryRebound(to: UInt32.self, capacity: area.size.width * area.size.height) { from in
      for y in seen.top..<seen.bottom {
        libretto_row_lay(
          from + (y - area.top) * area.size.width + seen.left - area.left, Int32(seen.size.width),
          Int32(seen.left & 63), Int32(y & 63), Float(opacity), under.row(y) + seen.left)
      }
    }
    cairo_surface_mark_dirty(under.surface)
  }
}

extension Brush {
  /// The pixels that are painted on, and which of them may be, in pixels of the screen.
  struct Beneath {
    let surface: OpaquePointer
    let base: UnsafeMutablePointer<UInt32>
    let stride: Int
    let (left, top): (Int, Int)
    let clip: PixelArea

    /// All of it, if all of it may be painted and its rows have no gaps.
    var area: PixelArea? {
      clip.left == left && clip.top == top && clip.size.width == stride && clip.bottom == bottom
        ? clip : nil
    }

    let bottom: Int

    /// Where a row of the screen has its column 0.
    func row(_ y: Int) -> UnsafeMutablePointer<UInt32> { base + (y - top) * stride - left }
  }

  /// Nil where what may be painted isn't simply a rectangle of whole pixels.
  var pixelsBeneath: Beneath? {
    guard let surface = cairo_get_group_target(handle), let list = cairo_copy_clip_rectangle_list(handle)
    else { return nil }
    defer { cairo_rectangle_list_destroy(list) }
    guard list.pointee.status == CAIRO_STATUS_SUCCESS, list.pointee.num_rectangles == 1,
      let box = list.pointee.rectangles?[0]
    else { return nil }
    cairo_surface_flush(surface)
    guard let bytes = cairo_image_surface_get_data(surface),
      cairo_image_surface_get_format(surface) == CAIRO_FORMAT_ARGB32
    else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    let height = Int(cairo_image_surface_get_height(surface))
    var (x, y) = (0.0, 0.0)
    cairo_surface_get_device_offset(surface, &x, &y)
    let numbers = [x, y, box.x, box.y, box.width, box.height]
    guard numbers.allSatisfy({ $0 == $0.rounded() && $0.magnitude < 1e6 }) else { return nil }
    let whole = PixelArea(left: -Int(x), top: -Int(y), right: stride - Int(x), bottom: height - Int(y))
    let clip = PixelArea(
      left: Int(box.x), top: Int(box.y), right: Int(box.x + box.width), bottom: Int(box.y + box.height))
    guard let seen = clip.intersection(whole) else { return nil }
    return Beneath(
      surface: surface, base: UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt32.self),
      stride: stride,
      left: whole.left, top: whole.top, clip: seen, bottom: whole.bottom)
  }
}
