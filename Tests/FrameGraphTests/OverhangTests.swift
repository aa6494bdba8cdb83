import FrameGraph
import Libretto
import Rehearsal
import Testing

// Every character is ten pixels wide here, and the canvas 200 by 100.
private let long = "twenty-five letters, all in all"

@Suite("Words that run off the screen")
struct OverhangTests {
  @Test("are found where they rest, with their line and how far they reach")
  func found() throws {
    let graph = try Sketch(.small) {
      Text("fits")
      Text(long)
      Text(long).offset(y: .ramp(from: 100, to: 0, over: 1))
      Text("corner").placed(x: 190, y: 50)
      Text(long).scale(.ramp(from: 1, to: 1.05, over: 2))
      Group { Text("turned").rotation(90).placed(x: 5, y: 50) }
    }.graph()
    let lines = graph.overhangs.map { $0.site.line - (graph.overhangs.first?.site.line ?? 0) }
    #expect(lines == [0, 1, 2, 3, 4])
    #expect(graph.overhangs.first?.words == long)
    let distance = graph.overhangs.first?.distance ?? 0
    #expect(abs(distance - 54) < 1, "\(distance)")
    let rest = graph.overhangs.dropFirst().first?.frame.value ?? 0
    #expect((8...10).contains(rest), "it rests after a second, not at \(rest)")
  }

  @Test("aren't what passes by, waits outside, hardly shows, is cut, tiled or replayed on purpose")
  func meant() throws {
    let graph = try Sketch(.small) {
      Text(long).offset(x: .ramp(from: 300, to: -300, over: 2, easing: .linear))
      Text("in").placed(x: .ramp(from: -40, to: 100, over: 1, at: 0.5), y: 50)
      Text(long).opacity(0.2)
      Group { Text(long) }.clipped()
      Text(long).tiled(gap: 0)
      Solid(.red).masked { Text(long) }
      Text(long).entering(.slide(.left), over: 1).exiting(.slide(.right), over: 1)
    }.graph()
    #expect(graph.overhangs == [])
  }

  @Test("are told of once a line, however many come from it")
  func once() throws {
    let graph = try Sketch(.small) {
      for number in 0..<5 { Text("\(number) \(long)").starting(at: 0.2 * Double(number)) }
    }.graph()
    #expect(graph.overhangs.map(\.words) == ["0 " + long])
  }
}
