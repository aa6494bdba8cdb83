import FrameGraph
import Media
import Primitives
import Raster

/// What one worker makes segments with.
struct Bench: ~Copyable {
  private let studio: Studio
  private let settings: EncoderSettings
  private var painter: Painter

  init(studio: Studio, settings: EncoderSettings) throws(Problem) {
    self.studio = studio
    self.settings = settings
    painter = try studio.painter()
  }

  /// One closed run of frames, from an encoder of its own. Equal frames in a row are painted once.
  mutating func segment(
    _ frames: Range<FrameIndex>, for queue: SegmentQueue, _ done: FrameCounter
  ) throws(Problem) -> EncodedSegment {
    var encoder = try SegmentEncoder.open(settings)
    var painted: Drawing?
    for frame in frames {
      try Interruption.check()
      try queue.check()
      let drawing = studio.graph.drawing(at: frame)
      if drawing != painted { try painter.paint(drawing) }
      painted = drawing
      try painter.withPixels { pixels throws(Problem) in try encoder.append(pixels) }
      done.add()
    }
    return try encoder.finish()
  }
}
