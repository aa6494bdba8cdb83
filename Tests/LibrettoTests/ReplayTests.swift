import Libretto
import Rehearsal
import Testing

private let song = Song("song.ogg", tempo: 120, sections: ["Verse": 2, "Chorus": 6])

@Suite("Something that is replayed")
struct ReplayTests {
  private static let pair = Series {
    Image("a.jpg").lasting(3)
    Video("film.mp4").entering(.dissolve, over: 1)
  }

  static let films: [(name: String, Sketch, lines: String)] = [
    (
      "is as much shorter as it is faster, and has a clock of its own",
      Sketch { pair.speed(2).starting(at: 1) },
      """
      1.000 3.000  replay  speed 2
        0.000 4.000  series
          0.000 3.000  picture  a.jpg  cover
          2.000 4.000  video  film.mp4  cover  in dissolve 1.000
      """
    ),
    (
      "tells a series how long it is, and what isn't replayed goes by the series",
      Sketch(.landscape1080.lasting(20)) {
        Series {
          pair.reversed().speed(0.5).entering(.fade, over: 1)
          pair.looping(times: 2).exiting(.fade, over: 1)
          Image("b.jpg").lasting(1).speed(4)
          Image("b.jpg").frozen(at: 2).lasting(0.5)
        }
      },
      """
      0.000 20.000  series
        0.000 8.000  replay  speed 0.5  in fade 1.000
          0.000 4.000  replay  reversed
            0.000 4.000  series
              0.000 3.000  picture  a.jpg  cover
              2.000 4.000  video  film.mp4  cover  in dissolve 1.000
        8.000 16.000  replay  repeat 2  out fade 1.000
          0.000 4.000  series
            0.000 3.000  picture  a.jpg  cover
            2.000 4.000  video  film.mp4  cover  in dissolve 1.000
        16.000 16.267  replay  speed 4
          0.000 1.000  picture  b.jpg  cover
        16.267 16.767  replay  frozen at 2
          0.000 2.033  picture  b.jpg  cover
      """
    ),
    (
      "takes as much of what has no length as it has time for",
      Sketch(.landscape1080.lasting(4)) {
        Image("a.jpg").kenBurns(.zoomIn(0.2)).speed(0.5)
        Group {
          Solid(.red)
          Text("x").lasting(1)
        }.speed(2)
        Image("a.jpg").reversed()
        Series {
          Image("a.jpg")
          Image("b.jpg")
        }.looping(.hold).lasting(3)
      },
      """
      0.000 4.000  replay  speed 0.5
        0.000 2.000  picture  a.jpg  cover  whole to 0.5,0.5×1.2
      0.000 4.000  replay  speed 2
        0.000 8.000  group
          0.000 8.000  solid  #e5383b
          0.000 1.000  text  "x"  #ffffff
      0.000 4.000  replay  reversed
        0.000 4.000  picture  a.jpg  cover
      0.000 3.000  replay  once
        0.000 3.000  series
          0.000 1.500  picture  a.jpg  cover
          1.500 3.000  picture  b.jpg  cover
      """
    ),
    (
      "goes on for as long as it is given",
      Sketch {
        pair.looping()
        pair.looping(.boomerang).lasting(5)
        pair.frozen(at: .end)
      },
      """
      0.000 10.000  replay  repeat
        0.000 4.000  series
          0.000 3.000  picture  a.jpg  cover
          2.000 4.000  video  film.mp4  cover  in dissolve 1.000
      0.000 5.000  replay  boomerang
        0.000 4.000  series
          0.000 3.000  picture  a.jpg  cover
          2.000 4.000  video  film.mp4  cover  in dissolve 1.000
      0.000 10.000  replay  frozen at 3.967
        0.000 4.000  series
          0.000 3.000  picture  a.jpg  cover
          2.000 4.000  video  film.mp4  cover  in dissolve 1.000
      """
    ),
    (
      "lasts until a speed that changes has reached its end",
      Sketch { pair.speed(.keyframes([0: 1, 2: 1, 2.001: 0.5])) },
      """
      0.000 6.000  replay  changing speed
        0.000 4.000  series
          0.000 3.000  picture  a.jpg  cover
          2.000 4.000  video  film.mp4  cover  in dissolve 1.000
      """
    ),
    (
      "has the song where it would be if it simply played, and beats as long as ever",
      Sketch(.landscape1080.lasting(20)) {
        Soundtrack(song)
        Scene(at: 2, until: song.section("Chorus").start) {
          Solid(.red).lasting(until: song.bar(3).start)
          Text("x").starting(at: song.beat(9)).lasting(.beats(2))
        }
        .speed(2)
      },
      """
      2.000 4.000  replay  speed 2
        0.000 4.000  group
          0.000 2.000  solid  #e5383b
          2.000 3.000  text  "x"  #ffffff
      0.000 20.000  sound  song.ogg
      2.000  marker  Verse
      6.000  marker  Chorus
      """
    ),
    (
      "has its own song's beats, as that was recorded",
      Sketch {
        Scene(at: 1) {
          Soundtrack(song).lasting(8)
          Text("x").starting(at: song.bar(3).start).lasting(.beats(2))
        }
        .speed(2)
        Text("y").starting(at: song.bar(3).start).lasting(.beats(2))
      },
      """
      1.000 5.000  replay  speed 2
        0.000 8.000  group
          4.000 5.000  text  "x"  #ffffff
      3.000 3.500  text  "y"  #ffffff
      1.000 5.000  sound  song.ogg  speed 2
      2.000  marker  Verse
      4.000  marker  Chorus
      """
    ),
  ]

  @Test("plays when it should", arguments: films)
  func plays(name: String, film: Sketch, lines: String) { #expect(film.dump() == lines, "\(name)") }

  @Test("is heard as it is seen")
  func sounds() {
    func sounds(_ replay: Replay, in canvas: Canvas = .landscape1080.lasting(10)) -> [String] {
      let film = Sketch(canvas) { replay }
      return film.dump().split(separator: "\n").map(String.init).filter {
        $0.contains("  sound  ") || $0.hasPrefix("error")
      }
    }
    let voice = Sound("song.ogg", from: 10, to: 14)
    let scene = Scene(for: 5) { voice.starting(at: 1).fadingIn(over: 1) }
    #expect(sounds(scene.speed(2)) == ["0.500 2.500  sound  song.ogg  from 10.000  in fade 0.500  speed 2"])
    #expect(
      sounds(scene.speed(2, keepingPitch: false)) == [
        "0.500 2.500  sound  song.ogg  from 10.000  in fade 0.500  speed 2 with its pitch"
      ])
    #expect(
      sounds(scene.looping(times: 2).starting(at: -2)) == [
        "0.000 3.000  sound  song.ogg  from 11.000  in fade 1.000",
        "4.000 8.000  sound  song.ogg  from 10.000  in fade 1.000",
      ])
    #expect(
      sounds(scene.looping().speed(2).lasting(4)) == [
        "0.500 2.500  sound  song.ogg  from 10.000  in fade 0.500  speed 2",
        "3.000 4.000  sound  song.ogg  from 10.000  in fade 0.500  speed 2",
      ])
    #expect(
      sounds(Scene(for: 3) { voice.speed(0.5).looping() }.speed(2).starting(at: -1)) == [
        "0.000 0.500  sound  song.ogg  from 11.000  looping 10.000–14.000"
      ])
    #expect(
      sounds(Video("film.mp4", trim: 1..., loop: .repeat).withSound().lasting(3).speed(2).starting(at: -1))
        == [
          "0.000 0.500  sound  film.mp4  from 1.000  speed 2  looping 1.000–2.000"
        ])
    let nested = Nested(Sketch(.landscape1080.lasting(5)) { voice.looping().speed(2) })
    #expect(
      sounds(nested.looping(times: 1).starting(at: -3)) == [
        "0.000 2.000  sound  song.ogg  from 12.000  speed 2  looping 10.000–14.000"
      ])
    let refused = ["error: what is heard in this is heard forwards, at a speed that stays"]
    #expect(sounds(scene.reversed()) == refused)
    #expect(sounds(scene.looping(.boomerang)) == refused)
    #expect(sounds(scene.frozen(at: 2)) == refused)
    #expect(sounds(scene.speed(.ramp(from: 1, to: 2, over: 2))) == refused)
    #expect(
      sounds(scene.speed(5)) == ["error: song.ogg, which is heard in this, can't play 5 times as fast"])
    #expect(
      sounds(Scene(for: .frames(1)) { voice }.looping(), in: .landscape1080.lasting(4000)) == [
        "error: what is heard in this would begin 120000 times"
      ])
  }

  static let mistakes: [(Sketch, words: String)] = [
    (Sketch { pair.speed(0) }, "error: this can't play at a speed of 0"),
    (Sketch { pair.speed(-1) }, "error: this can't play at a speed of -1"),
    (Sketch { pair.speed(Double.nan) }, "error: this can't play at a speed of nan"),
    (Sketch { pair.speed(Double.infinity) }, "error: this can't play at a speed of inf"),
    (Sketch { Solid(.red).speed(1e300) }, "error: this can't play at a speed of 1e+300"),
    (Sketch { pair.speed(.keyframes([0: 1, 2: -3])) }, "error: this can't play at a speed of -3"),
    (Sketch { pair.speed(.keyframes([])) }, "error: keyframes need at least one key"),
    (Sketch { pair.looping(times: 0) }, "error: this can't play 0 times"),
    (Sketch { pair.looping(.boomerang(times: -5)) }, "error: this can't play -10 times"),
    (Sketch { Image("a.jpg").looping() }, "error: nothing says how long this is before it begins again"),
    (Sketch { Group {}.looping() }, "error: nothing says how long this is before it begins again"),
    (
      Sketch { Solid(.red).lasting(0.01).looping() },
      "error: this begins again after 0.010 s, which is less than a frame"
    ),
    (Sketch { pair.frozen(at: 4) }, "error: this can't be frozen at 4.000 s"),
    (Sketch { pair.frozen(at: -0.1) }, "error: this can't be frozen at -0.100 s"),
    (Sketch { pair.frozen(at: Double.infinity) }, "error: this can't be frozen at 5668934240.363 s"),
    (
      Sketch { pair.looping(times: .max).reversed().lasting(4) },
      "error: what is replayed here lasts 5668934240.363 s"
    ),
  ]

  @Test("says what is wrong with what was asked of it", arguments: mistakes)
  func says(film: Sketch, words: String) {
    #expect(film.lowered().log.errors.map(\.brief) == [words])
  }

  @Test("warns where it would stand still at its end and nobody said so")
  func warns() {
    let film = Sketch { Self.pair.speed(2).lasting(9) }
    #expect(
      film.lowered().log.diagnostics.map(\.brief) == [
        "warning: this is over after 2.000 s, and stands still for the 7.000 s left"
      ])
    for meant in [Self.pair.speed(2).looping(.hold).lasting(9), Self.pair.speed(2).looping().lasting(9)] {
      #expect(Sketch { meant }.lowered().log.diagnostics.isEmpty)
    }
  }

  @Test("has captions where they would be sung, and other films by their own clocks")
  func inside() {
    func texts(_ film: Sketch) -> [String] {
      film.dump().split(separator: "\n").filter { $0.contains("  text  ") }
        .map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
    }
    let captions = Captions(LyricSheet(text: CaptionTests.sheet)).style(.line(.cut))
    let words = [
      "0.000 2.000  text  \"Neon rain\"  #ffffff", "2.000 4.600  text  \"Every light\"  #ffffff",
      "7.767 9.600  text  \"Run run\"  #ffffff",
    ]
    let scene = Scene(at: 1) { captions }
    for replay in [scene.speed(2), scene.reversed(), scene.looping(), scene.frozen(at: 1)] {
      let film = Sketch(.landscape1080.lasting(12)) {
        replay
        Soundtrack(song)
      }
      #expect(zip(texts(film), words).filter { !$0.hasPrefix($1) }.map(\.0) == [])
      #expect(texts(film).count == words.count)
    }
    let inner = Nested(Sketch(.landscape1080.lasting(4)) { Text("x").starting(at: 1).lasting(2) })
    #expect(
      texts(
        Sketch {
          Series {
            Solid(.red).lasting(3)
            inner.speed(2)
          }
        }) == [
          "1.000 3.000  text  \"x\"  #ffffff"
        ])
  }

  @Test("of a sound is the sound's own where it has one")
  func own() {
    let rain = Sound("song.ogg").speed(2).looping()
    #expect(Sketch { rain }.dump() == "0.000 10.000  sound  song.ogg  speed 2  looping 0.000–60.000")
  }
}
