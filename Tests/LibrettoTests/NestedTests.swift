import Libretto
import Rehearsal
import Synchronization
import Testing

@Suite("A composition inside another")
struct NestedTests {
  private struct Inner: Composition {
    var canvas: Canvas { Canvas.size(400, 100).frameRate(25) }
    var body: Layers {
      Series {
        Image("a.jpg").lasting(0.4)
        Solid(.red).lasting(0.3)
      }
      Soundtrack(Song("song.ogg", tempo: 120)).lasting(0.7)
    }
  }

  private struct Endless: Composition {
    var body: Layers { Nested(Endless()) }
  }

  private struct Timeless: Composition {
    var body: Layers { Solid(.red) }
  }

  @Test("has its own canvas, length and clock, and is heard")
  func plays() {
    let dump = Sketch(.small) {
      Series {
        Solid(.blue).lasting(0.5)
        Nested(Inner())
        Solid(.green)
      }
    }.dump()
    #expect(
      dump == """
        0.000 2.000  series
          0.000 0.500  solid  #2f6fed
          0.500 1.200  film of 400×100  contain
            0.500 1.200  series
              0.500 0.900  picture  a.jpg  cover
              0.900 1.200  solid  #e5383b
          1.200 2.000  solid  #2fbf71
        0.500 1.200  sound  song.ogg
        """)
  }

  @Test("can be silent, and lasts as long as it is given if nothing in it has a length")
  func isMuted() {
    let dump = Sketch(.small) {
      Nested(Inner()).muted().lasting(0.3)
      Nested(Timeless())
    }.dump()
    #expect(!dump.contains("sound"))
    #expect(dump.contains("0.000 2.000  film of 1920×1080"))
  }

  @Test("that is inside itself is refused")
  func endless() {
    let (timeline, log) = Sketch(.small) { Nested(Endless()) }.lowered()
    #expect(timeline == nil)
    #expect(log.diagnostics.map(\.brief) == ["error: compositions are nested more than 12 deep"])
  }

  private struct Moving: Composition {
    var canvas: Canvas { .small.lasting(1) }
    var body: Layers {
      Series { for name in ["a", "b", "c"] { Image("\(name).jpg").kenBurns(.auto) } }
      Soundtrack(Song("song.ogg"))
    }
  }

  @Test("moves its pictures in the same way whether it is heard or not")
  func mutedMoves() {
    func pictures(_ nested: Nested) -> [Substring] {
      let film = Sketch(.small) {
        Series {
          nested
          Image("d.jpg").kenBurns(.auto)
        }
      }
      return film.dump().split(separator: "\n").filter { $0.contains("picture") }
    }
    #expect(pictures(Nested(Moving())).count == 4)
    #expect(pictures(Nested(Moving())) == pictures(Nested(Moving()).muted()))
  }

  /// Counts how often the innermost of several compositions is asked what it is made of.
  private struct Doll: Composition {
    var depth = 0
    var asked: Tally?

    init() {}
    init(depth: Int, _ asked: Tally) { (self.depth, self.asked) = (depth, asked) }

    var canvas: Canvas { .small }
    var body: Layers {
      if depth > 0, let asked { Nested(Doll(depth: depth - 1, asked)) } else { Solid(.red) }
      if depth == 0, let asked { asked.counted }
      Soundtrack(Song("song.ogg"))
    }
  }

  private final class Tally: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    var counted: Layers {
      number.withLock { $0 += 1 }
      return []
    }
  }

  @Test("is asked what it is made of once, however deep it lies", arguments: [1, 4, 9])
  func askedOnce(depth: Int) {
    let asked = Tally()
    let inner = Doll(depth: depth, asked)
    #expect(Sketch(.small) { Nested(inner) }.lowered().timeline != nil)
    // Once to be measured and shown, and once more for each level that asks anew in its own body.
    #expect(asked.count <= depth + 1, "\(asked.count) times at a depth of \(depth)")
  }
}
