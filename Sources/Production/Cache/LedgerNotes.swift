import FrameGraph
import Media
import Primitives
import Synchronization

/// What workers note of their segments, for the ledger.
final class LedgerNotes: Sendable {
  private struct State {
    var keys: [Int: Fingerprint] = [:]
    var seconds: [Int: Double] = [:]
  }

  private let state = Mutex(State())

  /// - Parameter seconds: how long it took to make; nil if it was kept.
  func add(_ key: Fingerprint, seconds: Double?, to number: Int) {
    state.withLock { state in
      state.keys[number] = key
      state.seconds[number] = seconds
    }
  }

  func ledger(of graph: FrameGraph, _ plan: SegmentPlan, _ settings: EncoderSettings) -> Ledger {
    let state = state.withLock { $0 }
    let frames = state.seconds.keys.reduce(0) { $0 + plan.segments[$1].count }
    let seconds = state.seconds.values.reduce(0, +)
    return Ledger(
      engine: Ledger.engineName, settings: Ledger.words(settings),
      secondsPerFrame: frames > 0 ? seconds / Double(frames) : 0,
      entries: plan.segments.enumerated().map { number, frames in
        Ledger.Entry(
          key: state.keys[number].map { "\($0)" } ?? "",
          elements: Ledger.elements(of: graph, in: frames))
      })
  }
}
