internal import CEngine
import FrameGraph
import Primitives
import Typography

/// Painted text, as large as its ink, and where on the screen it lies.
final class LayerSurface {
  private let surface: Surface
  private let left: Int
  private let top: Int

  private init(_ surface: consuming Surface, left: Int, top: Int) {
    self.surface = surface
    self.left = left
    self.top = top
  }

  var byteCount: Int { surface.size.width * surface.size.height * 4 }

  /// Nil where no ink falls on the screen.
  static func make(
    _ block: TextBlock, _ ink: Ink, at matrix: Matrix, screen: PixelSize, fonts: FontLibrary
  ) throws(Problem) -> LayerSurface? {
    let measure = Brush(on: try Surface.make(size: PixelSize(width: 1, height: 1)))
    try trace(block, at: matrix, on: measure, fonts: fonts)
    var (x1, y1, x2, y2) = (0.0, 0.0, 0.0, 0.0)
    cairo_fill_extents(measure.handle, &x1, &y1, &x2, &y2)
    let left = Int(max(0, x1.rounded(.down)))
    let top = Int(max(0, y1.rounded(.down)))
    let right = Int(min(Double(screen.width), x2.rounded(.up)))
    let bottom = Int(min(Double(screen.height), y2.rounded(.up)))
    guard left < right, top < bottom else { return nil }

    let surface = try Surface.make(size: PixelSize(width: right - left, height: bottom - top))
    let brush = Brush(on: surface)
    let placed = matrix.then(.translation(Double(-left), Double(-top)))
    brush.setSource(ink, at: placed, opacity: 1)
    try trace(block, at: placed, on: brush, fonts: fonts)
    cairo_fill(brush.handle)
    try brush.check()
    return LayerSurface(surface, left: left, top: top)
  }

  func lay(on brush: borrowing Brush, opacity: Double) {
    cairo_set_source_surface(brush.handle, surface.handle, Double(left), Double(top))
    brush.paint(opacity: opacity)
  }

  private static func trace(
    _ block: TextBlock, at matrix: Matrix, on brush: borrowing Brush, fonts: FontLibrary
  ) throws(Problem) {
    cairo_new_path(brush.handle)
    for run in block.lines.flatMap(\.runs) {
      for glyph in run.glyphs {
        let outline = try fonts.outline(of: glyph.id, in: run.font)
        brush.append(outline) { point in
          matrix.apply(
            Point(x: glyph.origin.x + point.x * run.size, y: glyph.origin.y + point.y * run.size))
        }
      }
    }
  }
}
