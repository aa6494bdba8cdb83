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

  private func cuts(_ composition: some Composition) throws -> [Int] {
    let graph = try Stage(composition).studio.graph
    let all = FrameIndex.zero..<FrameIndex(graph.frameCount)
    return SegmentPlan(graph, frames: all).segments.map(\.lowerBound.value)
  }

  @Test("begins one at every scene and divides long scenes evenly")
  func scenes() throws {
    #expect(try cuts(Scenes()) == [0, 30, 105, 180, 255, 330, 397, 465, 532])
  }

  /// A scene in front, if wanted, and one with lines of words.
  struct Lines: Composition {
    var opening = 0.0
    var canvas: Canvas { .size(64, 36) }
    var body: Layers {
      Series {
        if opening > 0 { Solid(.red).lasting(.seconds(opening)) }
        Scene(for: 10) {
          Solid(.green)
          for (start, length) in [(0.4, 2.3), (2.9, 2.3), (5.4, 0.4), (6, 3.7)] {
            Scene(at: .seconds(start), for: .seconds(length)) { Text("words").font("Inter", size: 12) }
          }
        }
      }
    }
  }

  @Test("cuts a scene where lines come and go, but not twice within a second")
  func lines() throws {
    // The fourth line lasts longer than a segment may, and is divided.
    #expect(try cuts(Lines()) == [0, 40, 81, 156, 228])
  }

  @Test("cuts a scene alike wherever it lies in its film", arguments: [1.1, 7.3])
  func moved(opening: Double) throws {
    let begin = Int((opening * 30).rounded())
    let moved = try cuts(Lines(opening: opening)).filter { $0 >= begin }.map { $0 - begin }
    #expect(try moved == cuts(Lines()))
  }

  @Test("cuts a part of a film where it cuts the whole")
  func part() throws {
    let part = try plan(100..<400).map(\.lowerBound.value)
    #expect(part == [100, 105, 180, 255, 330, 397])
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
