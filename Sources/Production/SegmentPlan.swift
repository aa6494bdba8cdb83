package import FrameGraph
package import Primitives

/// Where a film is cut into segments that are encoded on their own.
///
/// Every scene begins one. Within a scene there are cuts where something comes or goes, such as a line
/// of lyrics, so that a change of it touches little else; what then still lasts too long is divided
/// evenly. Only lengths within the scene decide: where the scene lies in its film, which part of the
/// film is wanted, and the number of workers have no say.
package struct SegmentPlan: Sendable {
  /// Adjoining, in order.
  package let segments: [Range<FrameIndex>]

  /// Within a scene, no two cuts are nearer to each other: key frames cost room.
  package static let shortest = Time.seconds(1)
  /// Nothing lasts longer: whatever changes costs at least a segment. Benchmarks/README.md has the
  /// figures of both.
  package static let longest = Time.seconds(2.5)

  package init(_ graph: FrameGraph, frames: Range<FrameIndex>) {
    var scenes: [[FrameIndex]] = []
    for span in graph.spans {
      if span.beginsScene || scenes.isEmpty {
        scenes.append([span.frames.lowerBound])
      } else {
        scenes[scenes.count - 1].append(span.frames.lowerBound)
      }
    }
    let ends = scenes.dropFirst().map { $0[0] } + [FrameIndex(graph.frameCount)]
    let cuts = zip(scenes, ends).flatMap { SegmentPlan.cuts($0, end: $1, rate: graph.rate) }
    segments = zip(cuts, cuts.dropFirst() + [FrameIndex(graph.frameCount)]).map { $0..<$1 }
      .filter { $0.overlaps(frames) }.map { $0.clamped(to: frames) }
  }

  /// The cuts of one scene, its begin first; `changes` is where something comes or goes in it.
  private static func cuts(
    _ changes: [FrameIndex], end: FrameIndex, rate: FrameRate
  ) -> [FrameIndex] {
    let shortest = max(1, rate.boundary(nearest: SegmentPlan.shortest).value)
    let longest = max(1, rate.boundary(nearest: SegmentPlan.longest).value)
    var cuts = [changes[0]]
    for change in changes
    where change.value - cuts[cuts.count - 1].value >= shortest && end.value - change.value >= shortest {
      cuts.append(change)
    }
    return zip(cuts, cuts.dropFirst() + [end]).flatMap { begin, end in
      let count = end.value - begin.value
      let parts = max(1, (count + longest - 1) / longest)
      return (0..<parts).map { begin.advanced(by: count * $0 / parts) }
    }
  }
}
