import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("A Ken Burns move")
struct KenBurnsTests {
  private static let extremes = [0, 1, -1, 0.5, 1e-12, 1e12, -1e12, .nan, .infinity, -.infinity]

  /// Any framing an author might compute, half of them beyond all reason.
  private static func framing(_ noise: Noise, _ index: Int) -> Framing {
    func number(_ offset: Int, _ range: ClosedRange<Double>) -> Double {
      let die = noise.value(index + offset)
      return die < 0.5 ? noise.value(index + offset + 50, in: range) : extremes[Int((die - 0.5) * 20)]
    }
    switch Int(noise.value(index) * 4) {
    case 0: return .whole
    case 1, 2: return .focus(x: number(1, 0...1), y: number(2, 0...1), zoom: number(3, 1...4))
    default:
      return .rectangle(
        x: number(1, 0...1), y: number(2, 0...1), width: number(3, 0...1), height: number(4, 0...1))
    }
  }

  @Test("never shows what isn't picture, and keeps the box's shape", arguments: 0..<8)
  func staysInside(seed: UInt64) {
    let noise = Noise(seed: seed)
    var wrong: [String] = []
    for trial in 0..<500 {
      let index = trial * 200
      func side(_ offset: Int) -> Int {
        Int(1 + 8000 * noise.value(index + offset) * noise.value(index + offset + 1))
      }
      let picture = PixelSize(width: side(100), height: side(102))
      let shape = Double(side(104)) / Double(side(106))
      let move = KenBurnsMove(
        from: Self.framing(noise, index), to: Self.framing(noise, index + 7),
        easing: [.linear, .backInOut][trial % 2])
      let windows = move.windows(over: picture, shape: shape)
      for step in 0...10 {
        let window = windows.window(at: Double(step) / 10)
        let slack = 1e-9 * Double(max(picture.width, picture.height))
        let inside =
          window.x >= -slack && window.y >= -slack && window.maxX <= Double(picture.width) + slack
          && window.maxY <= Double(picture.height) + slack
        let drift = abs(window.width / window.height / shape - 1)
        if !inside || !(window.width > 0) || !(drift < 1e-6) {
          wrong.append("\(move) over \(picture): \(window)")
        }
      }
    }
    #expect(wrong.prefix(2) == [])
  }

  static let zooms: [(Framing, Framing)] = [
    (.whole, .focus(x: 0.2, y: 0.9, zoom: 4)), (.focus(x: 0.5, y: 0.5, zoom: 3), .whole),
    (
      .rectangle(x: 0.1, y: 0.1, width: 0.1, height: 0.1),
      .rectangle(x: 0.5, y: 0.2, width: 0.4, height: 0.4)
    ),
    (.focus(x: 0, y: 0, zoom: 2), .focus(x: 1, y: 1, zoom: 2)),
  ]

  @Test("zooms by the same factor in equal times", arguments: zooms)
  func zoomsEvenly(from: Framing, to: Framing) {
    let windows = KenBurnsMove(from: from, to: to, easing: .linear).windows(
      over: PixelSize(width: 4000, height: 3000), shape: 1.5)
    let heights = (0...20).map { windows.window(at: Double($0) / 20).height }
    let factors = zip(heights, heights.dropFirst()).map { $1 / $0 }
    let spread = (factors.max() ?? 2) - (factors.min() ?? 0)
    #expect(spread < 1e-9)
    #expect(abs(heights[20] - windows.to.height) < 1e-9 && heights[0] == windows.from.height)
  }

  @Test(
    "frames what it is told to",
    arguments: [
      (Framing.whole, Rect(x: 0, y: 100, width: 800, height: 400)),
      (.focus(x: 0.5, y: 0.5, zoom: 2), Rect(x: 200, y: 200, width: 400, height: 200)),
      (.focus(x: 0, y: 1, zoom: 2), Rect(x: 0, y: 400, width: 400, height: 200)),
      (.focus(x: 0.5, y: 0.5, zoom: 0.5), Rect(x: 0, y: 100, width: 800, height: 400)),
      (.rectangle(x: 0.25, y: 0.25, width: 0.25, height: 0.5), Rect(x: 0, y: 150, width: 600, height: 300)),
    ])
  func frames(framing: Framing, window: Rect) {
    #expect(framing.window(in: Size(width: 800, height: 600), shape: 2) == window)
  }

  @Test("begins in the first frame of its turn and ends in the last")
  func spansTheTurn() throws {
    let graph = try Sketch(.small) {
      Image("a.jpg").kenBurns(from: .focus(x: 0, y: 0, zoom: 2), to: .focus(x: 1, y: 1, zoom: 2))
    }.graph()
    let ends = [0, 19].map { graph.plainMarks(at: $0) }
    #expect(
      ends == [
        "fill  200×100  picture  ×0.25 +0,0  ×1 +0,0", "fill  200×100  picture  ×0.25 +-200,-200  ×1 +0,0",
      ])
  }
}
