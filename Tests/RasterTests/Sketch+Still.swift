import FrameGraph
import Libretto
import Raster
import Rehearsal

extension Composition {
  func graph(size: PixelSize? = nil) throws -> FrameGraph {
    FrameGraph(try timeline(with: Darkroom()), size: size)
  }

  /// The pixels of one frame.
  func still(at time: Time = 0, size: PixelSize? = nil) throws -> Bitmap {
    let graph = try graph(size: size)
    return try graph.drawing(at: graph.rate.frame(at: time)).painted()
  }
}

extension Painter {
  static func fresh(_ size: PixelSize) throws -> Painter {
    guard let fonts = Darkroom.fonts else { throw Problem(.missingInput, "no fonts") }
    return try Painter(size: size, pictures: Darkroom.store, fonts: fonts, filters: Darkroom.filters)
  }

  mutating func pixels(of drawing: Drawing) throws -> [UInt32] {
    try paint(drawing)
    return try withPixels { span in span.indices.map { span[$0] } }
  }
}

extension Drawing {
  /// By a painter of its own.
  func painted() throws -> Bitmap {
    var painter = try Painter.fresh(size)
    return Bitmap(size: size, pixels: try painter.pixels(of: self), isOpaque: background.alpha == 1)
  }
}
