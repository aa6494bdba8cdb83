import FrameGraph
import Media
import Primitives
import Raster

/// What one worker makes segments with.
struct Bench: ~Copyable {
  private let studio: Studio
  private let settings: EncoderSettings
  private let cache: RenderCache?
  private var painter: Painter

  init(studio: Studio, settings: EncoderSettings, cache: RenderCache?) throws(Problem) {
    self.studio = studio
    self.settings = settings
    self.cache = cache
    painter = try studio.painter()
  }

  /// One closed run of frames of a plan: as it was kept, or made now.
  mutating func segment(
    _ number: Int, of plan: SegmentPlan, for queue: SegmentQueue, _ done: ProgressCounter,
    _ notes: RenderNotes
  ) throws(Problem) -> EncodedSegment {
    let drawings = plan.segments[number].map { studio.graph.drawing(at: $0) }
    let fingerprints = drawings.map(\.fingerprint)
    notes.add(fingerprints, of: number)
    let key = CacheKey.segment(fingerprints, settings)
    if let kept = cache?.segment(key), kept.frameCount == drawings.count {
      done.add(kept: drawings.count)
      return kept
    }
    let start = ContinuousClock.now
    let continuity = studio.resources.continuity
    let segment = try continuity.keeping { () throws(Problem) in try encoded(drawings, for: queue, done) }
    notes.add(frames: drawings.count, seconds: (ContinuousClock.now - start) / .seconds(1))
    cache?.keep(segment, as: key)
    return segment
  }

  /// The frames from an encoder of their own. Equal ones in a row are painted once.
  private mutating func encoded(
    _ drawings: [Drawing], for queue: SegmentQueue, _ done: ProgressCounter
  ) throws(Problem) -> EncodedSegment {
    painter.forgetUnused()
    var encoder = try SegmentEncoder.open(settings)
    var painted: Drawing?
    for drawing in drawings {
      try Interruption.check()
      try queue.check()
      if drawing != painted { try painter.paint(drawing) }
      painted = drawing
      try painter.withPixels { pixels throws(Problem) in try encoder.append(pixels) }
      done.add(made: 1)
    }
    return try encoder.finish()
  }
}
