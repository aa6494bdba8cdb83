import Libretto
import Rehearsal
import Testing

/// The compositions of the design's section 3, as far as their elements exist.
private struct NeonRain: Composition {
  let song = Song(
    "song.ogg", tempo: 120, firstDownbeat: 1, sections: ["Intro": 1, "Verse 1": 9, "Chorus": 25])
  var canvas: Canvas { .landscape1080 }

  var body: Layers {
    Series {
      Image("a.jpg")
        .kenBurns(from: .whole, to: .focus(x: 0.62, y: 0.40, zoom: 1.35))
        .lasting(until: song.section("Verse 1").end)
      Image("b.jpg")
        .kenBurns(.zoomIn(0.15))
        .entering(.dissolve, over: .beats(2))
        .lasting(.bars(4))
      Image("c.jpg")
        .fit(.cover)
        .entering(.slide(.left), over: 0.5)
        .fillingTheRest()
    }
    Soundtrack(song).fadingOut(over: 2)
  }
}

private struct Hook: Composition {
  let song = Song("song.ogg", tempo: 120, firstDownbeat: 1, sections: ["Verse": 9, "Chorus": 25])
  var canvas: Canvas { .vertical1080.frameRate(30).lasting(song.section("Chorus").first(.bars(2))) }

  var body: Layers {
    Image("a.jpg").scale(.ramp(from: 1, to: 1.06, over: .beats(1)))
    for (i, band) in song.spectrum(bands: 2).enumerated() {
      Rectangle().fill(.gradient(.hotPink, .electricBlue))
        .frame(width: 20, height: .following(band, 8...420))
        .placed(x: 100 + 28 * Double(i), y: 1500, anchor: .bottom)
    }
    Text("out now").font("Inter", size: 64).opacity(.spring(from: 0, to: 1, at: .beat(3)))
    Soundtrack(song, playing: song.section("Chorus"))
  }
}

private struct Invitation: Composition {
  struct Props: Codable, Sendable {
    var name = "you"
    var seat = 1
  }
  var props = Props()
  var canvas: Canvas { .square1080.lasting(6) }
  var body: Layers {
    Solid(.ink)
    Text("Dear \(props.name),").fitting(width: .percent(80), lines: 2)
    if props.seat > 0 { Text("seat \(props.seat)").offset(y: 120).entering(.slide(.up), over: 0.4) }
  }
}

@Suite("An example of the design")
struct DesignExampleTests {
  @Test("is what it says: a song's pictures")
  func neonRain() {
    #expect(
      NeonRain().lowered().timeline?.dump == """
        film  film  1920×1080 at 30  60.000 s  1800 frames  #000000
        0.000 60.000  series
          0.000 25.000  picture  a.jpg  cover  whole to 0.62,0.4×1.35
          24.000 32.000  picture  b.jpg  cover  whole to 0.5,0.5×1.15  in dissolve 1.000
          31.500 60.000  picture  c.jpg  cover  in slide left 0.500
        0.000 60.000  sound  song.ogg  out fade 2.000
        1.000  marker  Intro
        9.000  marker  Verse 1
        25.000  marker  Chorus
        """)
  }

  @Test("is what it says: a hook")
  func hook() {
    #expect(
      Hook().lowered().timeline?.dump == """
        film  film  1080×1920 at 30  4.000 s  120 frames  #000000
        0.000 4.000  picture  a.jpg  cover  scale 1@0.000→1.06@0.500,1@0.000→1.06@0.500
        0.000 4.000  rectangle  linear #ff2e88 #2de2ff  width 20  height follows 8…420 from 25.000  at 100,1500
        0.000 4.000  rectangle  linear #ff2e88 #2de2ff  width 20  height follows 8…420 from 25.000  at 128,1500
        0.000 4.000  text  "out now"  #ffffff  opacity spring 0→1@-23.000
        0.000 4.000  sound  song.ogg  from 25.000
        0.000  marker  Chorus
        """)
  }

  @Test("is what it says: a template")
  func invitation() {
    #expect(
      Invitation().lowered().timeline?.dump == """
        film  film  1080×1080 at 30  6.000 s  180 frames  #000000
        0.000 6.000  solid  #0b1020
        0.000 6.000  text  "Dear you,"  #ffffff
        0.000 6.000  text  "seat 1"  #ffffff  offset 0,120  in slide up 0.400
        """)
  }
}
