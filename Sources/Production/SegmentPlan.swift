package import FrameGraph
package import Primitives

/// Where a film is cut into segments that are encoded on their own.
///
/// Every scene begins one, and long scenes are divided evenly. The cuts follow from the graph alone:
/// the number of workers has no say in them.
package struct SegmentPlan: Sendable {
  /// Adjoining, in order.
  package let segments: [Range<FrameIndex>]

  /// Segments are about this long.
  package static let target = Time.seconds(3)

  package init(_ graph: FrameGraph, frames: Range<FrameIndex>) {
    let starts = graph.spans.filter(\.beginsScene).map(\.frames.lowerBound)
    let bounds =
      [frames.lowerBound] + starts.filter { $0 > frames.lowerBound && $0 < frames.upperBound }
      + [frames.upperBound]
    let usual = max(1, graph.rate.boundary(nearest: SegmentPlan.target).value)
    segments = zip(bounds, bounds.dropFirst()).flatMap { begin, end -> [Range<FrameIndex>] in
      let count = end.value - begin.value
      let parts = max(1, (count + usual / 2) / usual)
      return (0..<parts).map { part in
        begin.advanced(by: count * part / parts)..<begin.advanced(by: count * (part + 1) / parts)
      }
    }
  }
}
