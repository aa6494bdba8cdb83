import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("Other moments of an element")
struct TimeEffectTests {
  /// Where squares that move a hundred pixels a second stand in a frame, from left to right; with how much
  /// of each is seen.
  private func squares(
    _ frame: Int, rate: FrameRate = 10, _ effect: @escaping @Sendable (Group) -> Group
  ) throws -> [(x: Double, opacity: Double)] {
    let film = Sketch(.size(1000, 100).frameRate(rate).lasting(4)) {
      effect(
        Group {
          Rectangle().frame(width: 10, height: 10)
            .placed(x: .ramp(from: 0, to: .pixels(400), over: 4, easing: .linear), y: 50, anchor: .center)
        })
    }
    let graph = try film.graph()
    func found(_ marks: [Mark], _ share: Double) -> [(Double, Double)] {
      marks.flatMap { mark -> [(Double, Double)] in
        switch mark {
        case .fill(_, _, let matrix, let opacity): [(matrix.tx + 5, opacity * share)]
        case .group(let group): found(group.marks, share * group.opacity)
        case .dissolve(let from, let to, let progress):
          found(from, share * (1 - progress)) + found(to, share * progress)
        default: []
        }
      }
    }
    return found(graph.drawing(at: FrameIndex(frame)).marks, 1).sorted { $0.0 < $1.0 }
      .map { (x: $0.0, opacity: $0.1) }
  }

  @Test("in steps stand still between them")
  func stepped() throws {
    let places = try (0..<9).map { try squares($0) { $0.stepped(to: 2.5) }.map(\.x) }
    #expect(places == [[0], [0], [0], [0], [40], [40], [40], [40], [80]])
  }

  @Test("trail behind it, fainter the longer ago, and none from before it began")
  func trail() throws {
    let late = try squares(20) { $0.trailing(3, every: 0.2, fading: 0.5) }
    #expect(late.map(\.x) == [140, 160, 180, 200])
    #expect(late.map(\.opacity) == [0.125, 0.25, 0.5, 1])
    #expect(try squares(3) { $0.trailing(3, every: 0.2, fading: 0.5) }.map(\.x) == [10, 30])
  }

  @Test("are taken together while a shutter is open, each as much as the others")
  func exposed() throws {
    let blurred = try squares(10) { $0.motionBlurred(shutter: 0.5, samples: 4) }
    #expect(blurred.map(\.x) == [100, 101.25, 102.5, 103.75])
    #expect(blurred.allSatisfy { abs($0.opacity - 0.25) < 1e-6 })
  }

  @Test("are one where nothing moves")
  func still() throws {
    let film = Sketch(.size(100, 100).lasting(1)) { Solid(.red).motionBlurred() }
    let plain = Sketch(.size(100, 100).lasting(1)) { Solid(.red) }
    #expect(try film.graph().drawing(at: 3) == plain.graph().drawing(at: 3))
  }

  @Test("that make no sense are errors")
  func refused() {
    #expect(Sketch { Solid(.red).stepped(to: 0) }.dump().contains("error: nothing can move in 0 steps"))
    #expect(Sketch { Solid(.red).trailing(0) }.dump().contains("error: a trail of 0 copies"))
    #expect(
      Sketch { Solid(.red).motionBlurred(shutter: 2) }.dump().contains(
        "error: a shutter can't be open for 2"))
  }
}
