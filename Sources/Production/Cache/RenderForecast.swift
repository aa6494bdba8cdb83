package import FrameGraph
package import Media
package import Primitives

/// What a render would make anew, and because of what.
package struct RenderForecast: Sendable {
  package struct Segment: Sendable {
    package var frames: Range<FrameIndex>
    package var isKept: Bool
    /// Why it must be made, as far as the last render's ledger tells.
    package var reasons: [String]
  }

  package var segments: [Segment]
  /// About how many seconds of one worker the rest takes; nil where nothing is known of it.
  package var seconds: Double?

  package var framesToMake: Int { segments.filter { !$0.isKept }.reduce(0) { $0 + $1.frames.count } }

  package init(
    _ graph: FrameGraph, frames: Range<FrameIndex>, settings: EncoderSettings, cache: RenderCache,
    title: String
  ) {
    let ledger = cache.ledger(of: title)
    segments = SegmentPlan(graph, frames: frames).segments.map { range in
      let key = CacheKey.segment(range.map { graph.drawing(at: $0).fingerprint }, settings)
      let isKept = cache.holds(key)
      let elements = Ledger.elements(of: graph, in: range)
      let reasons =
        isKept
        ? [] : RenderForecast.reasons(elements, SeenElement.all(of: graph, in: range), settings, ledger)
      return Segment(frames: range, isKept: isKept, reasons: reasons)
    }
    if let ledger, ledger.secondsPerFrame > 0, ledger.settings == Ledger.words(settings) {
      seconds = ledger.secondsPerFrame * Double(framesToMake)
    }
  }

  private static func reasons(
    _ elements: [String], _ seen: [SeenElement], _ settings: EncoderSettings, _ ledger: Ledger?
  ) -> [String] {
    guard let ledger, !ledger.entries.isEmpty else { return ["it was never made"] }
    if ledger.engine != Ledger.engineName { return ["another build of libretto or of its libraries"] }
    let words = Ledger.words(settings)
    if ledger.settings != words { return ["other settings: \(words), before \(ledger.settings)"] }
    let now = Set(elements)
    // The segment it was before is the one it has most in common with.
    let entry = ledger.entries.max { first, second in
      let (first, second) = (Set(first.elements), Set(second.elements))
      let (left, right) = (first.intersection(now).count, second.intersection(now).count)
      return left == right ? first.count > second.count : left < right
    }
    guard let entry, case let before = Set(entry.elements), !before.isDisjoint(with: now) else {
      return elements.map { "new: \($0)" }
    }
    let changes =
      elements.filter { !before.contains($0) }.map { "new: \($0)" }
      + before.subtracting(now).sorted().map { "gone: \($0)" }
      + SeenElement.changes(from: entry.seen, to: seen)
    return changes.isEmpty ? ["what is computed for what is seen, or a file"] : changes
  }
}
