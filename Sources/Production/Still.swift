import FrameGraph
import Media
package import Primitives
import Raster

/// One frame as a picture file.
package enum Still {
  /// The bytes of a PNG, or of a JPEG where the name says so.
  package static func encoded(
    _ frame: FrameIndex, of studio: Studio, for path: String
  ) throws(Problem) -> [UInt8] {
    var painter = try studio.painter()
    try painter.paint(studio.graph.drawing(at: frame))
    let isJPEG = [".jpg", ".jpeg"].contains { path.lowercased().hasSuffix($0) }
    return try painter.withPixels { pixels throws(Problem) in
      isJPEG
        ? try PictureWriter.jpeg(pixels, size: studio.graph.size)
        : try PictureWriter.png(pixels, size: studio.graph.size)
    }
  }

  /// Writes a still under its name once it is complete.
  package static func write(_ frame: FrameIndex, of studio: Studio, to path: String) throws(Problem) {
    let bytes = try studio.resources.continuity.keeping { () throws(Problem) in
      try encoded(frame, of: studio, for: path)
    }
    let file = try UnfinishedFile.create(for: path)
    try file.write(bytes)
    try file.publish()
  }
}
