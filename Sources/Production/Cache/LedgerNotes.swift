import FrameGraph
import Media
import Primitives
import Synchronization

/// What workers note of their segments, for the ledger.
final class LedgerNotes: Sendable {
  private let made = Mutex((frames: 0, seconds: 0.0))

  /// So many frames were made within so many seconds.
  func add(frames: Int, seconds: Double) {
    made.withLock { $0 = ($0.frames + frames, $0.seconds + seconds) }
  }

  func ledger(of graph: FrameGraph, _ plan: SegmentPlan, _ settings: EncoderSettings) -> Ledger {
    let made = made.withLock { $0 }
    return Ledger(
      engine: Ledger.engineName, settings: Ledger.words(settings),
      secondsPerFrame: made.frames > 0 ? made.seconds / Double(made.frames) : 0,
      entries: plan.segments.map { Ledger.Entry(elements: Ledger.elements(of: graph, in: $0)) })
  }
}
