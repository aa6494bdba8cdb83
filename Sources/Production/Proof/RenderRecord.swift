import FrameGraph
package import Media
package import Primitives
import Synchronization

/// What a render made its film of.
package struct RenderRecord: Sendable {
  package struct Segment: Sendable {
    package var frames: Range<FrameIndex>
    /// A frame each.
    package var drawings: [Fingerprint]
  }

  /// The composition's.
  package var name: String
  package var settings: EncoderSettings
  package var segments: [Segment]
  package var sound: Sound?

  /// What became of its sound.
  package struct Sound: Sendable {
    package var loudness: Loudness?
    /// Whether it is the song's own, not encoded again.
    package var isCopied: Bool
  }

  package var frameCount: Int { segments.reduce(0) { $0 + $1.frames.count } }
}

/// What workers note of their segments while they make them.
final class RenderNotes: Sendable {
  private struct State {
    var made = (frames: 0, seconds: 0.0)
    var drawings: [Int: [Fingerprint]] = [:]
  }
  private let state = Mutex(State())

  /// What the segment with a number is painted from.
  func add(_ drawings: [Fingerprint], of number: Int) { state.withLock { $0.drawings[number] = drawings } }

  /// So many frames were made within so many seconds.
  func add(frames: Int, seconds: Double) {
    state.withLock { $0.made = ($0.made.frames + frames, $0.made.seconds + seconds) }
  }

  /// Seconds that a frame took; nil if none was made.
  var secondsPerFrame: Double? {
    let made = state.withLock { $0.made }
    return made.frames > 0 ? made.seconds / Double(made.frames) : nil
  }

  func record(of graph: FrameGraph, _ plan: SegmentPlan, _ settings: EncoderSettings) -> RenderRecord {
    let drawings = state.withLock { $0.drawings }
    return RenderRecord(
      name: graph.name, settings: settings,
      segments: plan.segments.enumerated().map { .init(frames: $1, drawings: drawings[$0] ?? []) })
  }
}
