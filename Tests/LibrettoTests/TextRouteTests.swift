import Libretto
import Rehearsal
import Testing

@Suite("Words along a path")
struct TextRouteTests {
  private static let way = Path().move(0, 50).line(100, 50)

  private static func letters(_ text: Text) throws -> [Clip] {
    let clips = try Sketch(.small) { text }.timeline().clips
    return clips[0].content.children[0].content.children
  }

  private static func shares(_ text: Text) throws -> [Double] {
    try letters(text).compactMap { $0.look.route?.progress.value(at: 0) }
  }

  @Test("are where they are aligned, letter by letter, and move as a share of it")
  func shares() throws {
    let text = Text("abc").size(20)
    #expect(try Self.shares(text.aligned(.leading).along(Self.way)).map(rounded) == [0.05, 0.15, 0.25])
    #expect(try Self.shares(text.along(Self.way)).map(rounded) == [0.4, 0.5, 0.6])
    #expect(try Self.shares(text.aligned(.trailing).along(Self.way)).map(rounded) == [0.75, 0.85, 0.95])
    #expect(try Self.shares(text.along(Self.way, shifted: 0.5)).map(rounded) == [0.9, 1, 1.1])
  }

  private func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

  @Test("stay joined where their font joins them, and leave spaces their room")
  func clusters() throws {
    let letters = try Self.letters(Text("Fi o").along(Self.way))
    let words = letters.compactMap { clip -> String? in
      if case .text(let lettering) = clip.content { lettering.block.text } else { nil }
    }
    #expect(words == ["Fi", "o"])
  }

  @Test("go straight on beyond an open path, and round a closed one")
  func beyond() throws {
    let open = OutlineMeasure(Outline([.move(.zero), .line(Point(x: 100, y: 0))]))
    #expect(open.place(onward: 1.5)?.point == Point(x: 150, y: 0))
    #expect(open.place(onward: -0.25)?.point == Point(x: -25, y: 0))
    let square = OutlineMeasure(.rectangle(Rect(x: 0, y: 0, width: 10, height: 10)))
    #expect(square.place(onward: 1.25)?.point == Point(x: 10, y: 0))
  }

  @Test("that don't fit, or have no way to go, are told of")
  func complaints() {
    func said(_ text: Text) -> [String] {
      Sketch(.small) { text }.lowered().log.diagnostics.map(\.brief)
    }
    #expect(said(Text("abcdefghij").along(Self.way)) == [])
    #expect(
      said(Text("abcdefghijk").along(Self.way))
        == ["warning: these words are 110 pixels long, and their path only 100"])
    #expect(
      said(Text("a\nb").along(Self.way)) == ["warning: words along a path are one line, and these are 2"])
    #expect(
      said(Text("a").along(Path())) == ["error: the path that these words go along has no length"])
  }
}
