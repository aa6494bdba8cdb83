import FrameGraph
import Libretto
import Primitives
import Production
import Testing
import Timeline

@Suite("A segment plan")
struct SegmentPlanTests {
  struct Scenes: Composition {
    var canvas: Canvas { .size(64, 36).lasting(20) }
    var body: Layers {
      Series {
        Solid(.red).lasting(1)
        Solid(.green).lasting(10)
        Solid(.blue)
      }
    }
  }

  private func plan(_ frames: Range<FrameIndex>? = nil) throws -> [Range<FrameIndex>] {
    let graph = try Stage(Scenes()).studio.graph
    return SegmentPlan(graph, frames: frames ?? 0..<FrameIndex(graph.frameCount)).segments
  }

  @Test("begins one at every scene and divides long scenes evenly")
  func cuts() throws {
    let starts = try plan().map(\.lowerBound.value)
    #expect(starts == [0, 30, 130, 230, 330, 420, 510])
  }

  @Test("covers what is asked for, without gaps", arguments: [0..<600, 29..<31, 100..<101, 5..<599])
  func covers(frames: Range<Int>) throws {
    let wanted = FrameIndex(frames.lowerBound)..<FrameIndex(frames.upperBound)
    let segments = try plan(wanted)
    #expect(segments.first?.lowerBound == wanted.lowerBound)
    #expect(segments.last?.upperBound == wanted.upperBound)
    let isGapless = zip(segments, segments.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
    #expect(isGapless && segments.allSatisfy { !$0.isEmpty })
  }
}
