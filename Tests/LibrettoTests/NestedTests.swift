import Libretto
import Rehearsal
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
}
