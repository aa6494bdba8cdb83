internal import CEngine
package import FrameGraph
package import Primitives
package import Typography

/// Turns drawings into pixels. Each worker has its own.
///
/// What it paints depends on the drawing alone, never on what it painted before.
package struct Painter: ~Copyable {
  package let size: PixelSize
  let pictures: PictureStore
  let clips: ClipShelf
  var textLayers: TextLayers
  var matteFields = MatteFields()
  /// What is painted on now.
  var easel: Easel
  /// As many as layers were painted apart at once.
  var spareEasels: [Easel] = []

  package init(size: PixelSize, pictures: PictureStore, fonts: FontLibrary) throws(Problem) {
    easel = try Easel(size: size)
    self.size = size
    self.pictures = pictures
    clips = ClipShelf(pictures)
    textLayers = TextLayers(screen: size, fonts: fonts, pictures: pictures)
  }

  var brush: Brush { _read { yield easel.brush } }

  /// Paints a drawing of the painter's size.
  package mutating func paint(_ drawing: Drawing) throws(Problem) {
    precondition(drawing.size == size, "a drawing is painted at its own size")
    clips.turnPage()
    cairo_identity_matrix(brush.handle)
    if drawing.marks.first?.covers(size) != true { clear(to: drawing.background) }
    for mark in drawing.marks { try paint(mark) }
    try brush.check()
  }

  /// Gives back the memory of words and clips that weren't painted since this was last asked.
  package mutating func forgetUnused() {
    textLayers.forgetUnused()
    clips.forgetUnused()
  }

  /// Lends what was painted last: premultiplied BGRA.
  package borrowing func withPixels<R>(_ body: (Span<UInt32>) throws(Problem) -> R) throws(Problem) -> R {
    try easel.surface.withPixels(body)
  }

  private func clear(to color: Color) {
    cairo_set_operator(brush.handle, CAIRO_OPERATOR_SOURCE)
    cairo_set_source_rgba(brush.handle, color.red, color.green, color.blue, color.alpha)
    cairo_paint(brush.handle)
    cairo_set_operator(brush.handle, CAIRO_OPERATOR_OVER)
  }
}
