import Synchronization

/// How far a render is.
package struct RenderProgress: Sendable {
  /// Frames that are done, made or kept.
  package var frames = 0
  /// Of these, frames that were kept from an earlier render.
  package var kept = 0

  package init() {}
}

/// Counts for all workers.
final class ProgressCounter: Sendable {
  private let progress = Mutex(RenderProgress())
  private let report: @Sendable (RenderProgress) -> Void

  init(report: @escaping @Sendable (RenderProgress) -> Void) { self.report = report }

  func add(made: Int = 0, kept: Int = 0) {
    let now = progress.withLock { progress in
      progress.frames += made + kept
      progress.kept += kept
      return progress
    }
    report(now)
  }
}
