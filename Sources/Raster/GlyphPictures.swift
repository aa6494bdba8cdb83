internal import CEngine
import FrameGraph
import Primitives
import Typography

/// The pictures that are glyphs, each at several scales.
struct GlyphPictures {
  private var pyramids: [GlyphName: Pyramid] = [:]
  private var byteCount = 0
  private static let byteLimit = 32 << 20

  mutating func pyramid(of name: GlyphName, _ bitmap: Bitmap) -> Pyramid {
    if let known = pyramids[name] { return known }
    let made = Pyramid(bitmap)
    // With all levels a pyramid is not seven times the picture.
    byteCount += bitmap.pixels.count * 4 * 7
    if byteCount > Self.byteLimit {
      pyramids.removeAll()
      byteCount = bitmap.pixels.count * 4 * 7
    }
    pyramids[name] = made
    return made
  }
}

extension GlyphShape {
  /// Whether a part of it has the color of the text.
  var wantsInk: Bool {
    if case .layers(let layers) = self { layers.contains { $0.color == nil } } else { false }
  }
}

extension Brush {
  /// Fills what a mask covers with ink.
  borrowing func fill(
    _ mask: CoverageMask, _ ink: Ink, at matrix: Matrix, _ toLayer: Matrix, pictures: PictureStore
  ) throws(Problem) {
    let (x, y) = (Int(toLayer.tx), Int(toLayer.ty))
    if case .picture(let sample) = ink {
      try withSource(sample, from: pictures, movedBy: Point(x: toLayer.tx, y: toLayer.ty)) {
        () throws(Problem) in mask.stamp(x, y, on: self)
      }
    } else {
      setSource(ink, at: matrix.then(toLayer), opacity: 1)
      mask.stamp(x, y, on: self)
    }
  }

  /// Paints a glyph with colors of its own on a layer of a size, through a matrix that takes ems to it.
  borrowing func paint(
    _ name: GlyphName, _ shape: GlyphShape, _ ink: Ink?, at matrix: Matrix, _ inkMatrix: Matrix,
    on layer: PixelSize, pictures: inout GlyphPictures
  ) throws(Problem) {
    switch shape {
    case .outline: break
    case .layers(let layers):
      for layer in layers {
        setSource(layer.color.map(Ink.color) ?? ink ?? .color(.black), at: inkMatrix, opacity: 1)
        trace(layer.outline, at: matrix)
        cairo_fill(handle)
      }
    case .picture(let bitmap, let box):
      let toLayer = Matrix.stretching(bitmap.size, over: box).then(matrix)
      try paint(pictures.pyramid(of: name, bitmap), toLayer: toLayer, within: layer)
    }
  }

  /// Paints a picture by samples at half pixels, so that hard edges move steadily.
  private borrowing func paint(
    _ pyramid: Pyramid, toLayer: Matrix, within layer: PixelSize
  ) throws(Problem) {
    let box = Rect(Size(pyramid.size)).box(at: toLayer)
    guard let area = PixelArea(around: box)?.intersection(PixelArea(layer)) else { return }
    let size = area.size
    let fine = try Surface.make(size: PixelSize(width: size.width * 2, height: size.height * 2))
    let brush = Brush(on: fine)
    let toFine = toLayer.then(.translation(Double(-area.left), Double(-area.top))).then(.scale(2, 2))
    let level = try pyramid.level(forScale: toLayer.scale)
    try brush.withSource(level.plane, level.number, toScreen: toFine, edge: CAIRO_EXTEND_NONE) {
      () throws(Problem) in cairo_paint(brush.handle)
    }
    try brush.check()
    let half = try fine.halved()
    cairo_set_source_surface(handle, half.handle, Double(area.left), Double(area.top))
    cairo_paint(handle)
  }
}
