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
  let filters: FilterStore
  let clips: ClipShelf
  var textLayers: TextLayers
  var matteFields = MatteFields()
  private let surface: Surface
  /// What `size` is of, or the sheet that takes its place while it is painted.
  var screen: PixelSize
  /// What lies beneath the layer that is painted on, the screen first.
  var grounds: [Ground] = []
  /// What is painted with, on the screen or on a layer.
  var brush: Brush
  /// The edge of what is seen; what crosses it is taken to go on beyond.
  var frame: PixelArea
  /// What is painted on, in pixels of the screen.
  var view: PixelArea { didSet { textLayers.view = view } }

  package init(
    size: PixelSize, pictures: PictureStore, fonts: FontLibrary, filters: FilterStore = .withoutTables
  ) throws(Problem) {
    let surface = try Surface.make(size: size)
    self.size = size
    self.pictures = pictures
    self.filters = filters
    clips = ClipShelf(pictures)
    screen = size
    view = PixelArea(size)
    frame = view
    textLayers = TextLayers(screen: size, fonts: fonts, pictures: pictures)
    brush = Brush(on: surface)
    self.surface = surface
  }

  /// Paints a drawing of the painter's size.
  package mutating func paint(_ drawing: Drawing) throws(Problem) {
    precondition(drawing.size == size, "a drawing is painted at its own size")
    clips.turnPage(showing: drawing.clipFrames)
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
    try surface.withPixels(body)
  }

  private func clear(to color: Color) {
    cairo_set_operator(brush.handle, CAIRO_OPERATOR_SOURCE)
    cairo_set_source_rgba(brush.handle, color.red, color.green, color.blue, color.alpha)
    cairo_paint(brush.handle)
    cairo_set_operator(brush.handle, CAIRO_OPERATOR_OVER)
  }
}
