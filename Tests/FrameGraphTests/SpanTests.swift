import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("A frame graph")
struct SpanTests {
  private let film = Sketch(.small) {
    Series {
      Solid(.red).lasting(0.8)
      Group {
        Solid(.blue)
        Text("b").starting(at: 0.5).lasting(0.3)
      }
      .entering(.dissolve, over: 0.3).fillingTheRest()
    }
    Text("over").starting(at: 0.2).lasting(0.4)
  }

  @Test("says which nodes are live when")
  func dumps() throws {
    let dump = try film.graph().dump
    #expect(
      dump == """
        graph  film  200×100 at 10  20 frames
        n0  0..<20  series  n1 n2
        n1  0..<8  solid  #e5383b
        n2  5..<20  group  n3 n4
        n3  5..<20  solid  #2f6fed
        n4  10..<13  text  "b"  #ffffff
        n5  2..<6  text  "over"  #ffffff
        0..<2  scene  n0(n1)
        2..<5         n0(n1) n5
        5..<6  scene  n0(n1→n2(n3)) n5
        6..<8         n0(n1→n2(n3))
        8..<10         n0(n2(n3))
        10..<13         n0(n2(n3 n4))
        13..<20         n0(n2(n3))
        """)
  }

  @Test("prints itself for Graphviz, whole or one frame of it")
  func printsDot() throws {
    let graph = try film.graph()
    let dot = graph.dot(at: 5)
    #expect(
      dot == #"""
        digraph "film" {
          rankdir=BT
          node [shape=box]
          n0 [label="series\n0..<20"]
          n1 [label="solid\n#e5383b\n0..<8"]
          n2 [label="group\n5..<20"]
          n3 [label="solid\n#2f6fed\n5..<20"]
          n5 [label="text\n\"over\"\n#ffffff\n2..<6"]
          n1 -> n0
          n2 -> n0
          n3 -> n2
          n1 -> n2 [style=dashed constraint=false]
        }
        """#)
    let dashed = graph.dot.split(separator: "\n").filter { $0.contains("dashed") }
    #expect(dashed.count == 1 && graph.dot.contains("n4 -> n2"))
  }

  @Test("covers every frame once, and outside shows the background")
  func coversTheFilm() throws {
    let graph = try film.graph()
    let found = (0..<20).map { graph.span(at: FrameIndex($0))?.frames.contains(FrameIndex($0)) }
    #expect(found == Array(repeating: true, count: 20))
    let outside = [-1, 20, .max, .min].map { graph.drawing(at: FrameIndex($0)).marks.count }
    #expect(outside == [0, 0, 0, 0])
  }

  @Test("draws equal frames equally, and moving ones each in its own way")
  func comparesFrames() throws {
    func distinct(@LayersBuilder _ content: @escaping @Sendable () -> Layers) throws -> Int {
      Set(try Sketch(Canvas.small, content).graph().drawings.map(\.fingerprint)).count
    }
    let counts = [
      try distinct {
        Solid(.red)
        Text("a")
      },
      try distinct { Image("a.jpg").kenBurns(.zoomIn(0.1)) },
      try distinct { Text("a").opacity(.keyframes([0.5: 1, 1: 0])) },
      try distinct { Text("a").offset(x: .computed { $0 < 1 ? 0 : 5 }) },
    ]
    #expect(counts == [1, 20, 6, 2])
  }

  @Test("draws what comes later the same, whatever is put in before")
  func hasLocalClocks() throws {
    let scenes: @Sendable () -> Layers = {
      Sketch(.small) {
        Scene(for: 0.7) {
          Image("a.jpg").kenBurns(.pan(.left)).scale(.spring(from: 0, to: 1))
          Text("a").rotation { $0 * 90 }.offset(x: .noise(0, 10, every: 0.1, seed: 1))
        }
        Scene(for: 1.3) { Text("b").opacity(.ramp(from: 0, to: 1, over: 1)) }.entering(.dissolve, over: 0.2)
      }.body
    }
    let plain = try Sketch(Canvas.small.lasting(1.8)) { Series { scenes() } }.graph().drawings
    let later = try Sketch(Canvas.small.lasting(2.7)) {
      Series {
        Solid(.red).lasting(0.9)
        scenes()
      }
    }.graph().drawings
    #expect(plain.count == 18 && Array(later.dropFirst(9)) == plain)
    #expect(later.dropFirst(9).map(\.fingerprint) == plain.map(\.fingerprint))
  }
}
