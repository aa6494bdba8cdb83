import Libretto
import Rehearsal
import Testing

@Suite("A clip in a film")
struct VideoTests {
  static let films: [(name: String, Sketch, lines: String)] = [
    (
      "lasts as long as it plays", Sketch { Video("a.mp4") },
      "0.000 4.000  video  a.mp4  cover"
    ),
    (
      "lasts as long as its part, at its speed",
      Sketch { Video("a.mp4", trim: 1.0..<3.0, speed: 0.5).fit(.contain).starting(at: 1) },
      "1.000 5.000  video  a.mp4  contain  from 1.000 to 3.000  speed 0.5"
    ),
    (
      "plays from a second, or to one",
      Sketch {
        Video("a.mp4", trim: 3...)
        Video("a.mp4", trim: ..<1.5, reversed: true)
      },
      """
      0.000 1.000  video  a.mp4  cover  from 3.000 to 4.000
      0.000 1.500  video  a.mp4  cover  from 0.000 to 1.500  reversed
      """
    ),
    (
      "tells a series how long it is",
      Sketch {
        Series {
          Video("film.mp4")
          Image("a.jpg")
          Video("a.mp4", loop: .repeat(times: 1)).entering(.dissolve, over: 1)
        }
      },
      """
      0.000 10.000  series
        0.000 2.000  video  film.mp4  cover
        2.000 7.000  picture  a.jpg  cover
        6.000 10.000  video  a.mp4  cover  in dissolve 1.000
      """
    ),
    (
      "plays on as its file or its author says",
      Sketch {
        Video("ever.gif")
        Video("ever.gif", loop: .boomerang(times: 2))
        Video("a.mp4", loop: .repeat).conformed(by: .blend)
        Video("ever.gif", loop: .hold)
      },
      """
      0.000 10.000  video  ever.gif  cover  repeat
      0.000 4.000  video  ever.gif  cover  boomerang 2
      0.000 10.000  video  a.mp4  cover  repeat  blend
      0.000 1.000  video  ever.gif  cover
      """
    ),
    (
      "stands still for as long as it is given",
      Sketch { Video("a.mp4", freezeAt: 2).kenBurns(.zoomIn(0.2)) },
      "0.000 10.000  video  a.mp4  cover  frozen at 2  whole to 0.5,0.5×1.2"
    ),
    (
      "lasts as long as a speed that changes makes it",
      Sketch {
        Video("a.mp4", speed: .keyframes([0: 1, 2: 1, 2.001: 0.5]))
        Video("a.mp4").playing(.keyframes([0: 0, 3: 1.5]))
      },
      """
      0.000 6.000  video  a.mp4  cover  changing speed
      0.000 3.000  video  a.mp4  cover  timed
      """
    ),
    (
      "is heard where it is seen, if that is asked for",
      Sketch {
        Scene(at: 1, for: 5) {
          Series {
            Image("a.jpg").lasting(1)
            Video("film.mp4", trim: 0.5...).withSound(volume: 0.5, fadingOut: 0.2)
          }
        }
      },
      """
      1.000 6.000  group
        1.000 6.000  series
          1.000 2.000  picture  a.jpg  cover
          2.000 3.500  video  film.mp4  cover  from 0.500 to 2.000
      2.000 3.500  sound  film.mp4  from 0.500  volume 0.5  out fade 0.200
      """
    ),
    (
      "is heard again where it is seen again, and as fast",
      Sketch(.landscape1080.lasting(3)) {
        Video("film.mp4", trim: 1.0..<1.5, speed: 0.5, loop: .repeat).withSound().starting(at: -1.5)
      },
      """
      0.000 3.000  video  film.mp4  cover  from 1.000 to 1.500  speed 0.5  repeat
      0.000 3.000  sound  film.mp4  from 1.250  speed 0.5  looping 1.000–1.500
      """
    ),
  ]

  @Test("plays when it should", arguments: films)
  func plays(name: String, film: Sketch, lines: String) { #expect(film.dump() == lines, "\(name)") }

  static let mistakes: [(Sketch, words: String)] = [
    (Sketch { Video("no.mp4") }, "error: there is no clip no.mp4"),
    (
      Sketch { Video("a.mp4", trim: 1.0..<5.0) },
      "error: the trim from 1.000 to 5.000 s reaches beyond a.mp4, which lasts 4.000 s"
    ),
    (
      Sketch { Video("a.mp4", trim: 4...) },
      "error: the trim from 4.000 to 4.000 s reaches beyond a.mp4, which lasts 4.000 s"
    ),
    (
      Sketch { Video("a.mp4", trim: 3.0..<1.0) },
      "error: the trim ends before it begins: from 3.000 to 1.000 s"
    ),
    (Sketch { Video("a.mp4", speed: 0) }, "error: a clip can't play at a speed of 0"),
    (Sketch { Video("a.mp4", speed: -1) }, "error: a clip can't play at a speed of -1"),
    (Sketch { Video("a.mp4", speed: Double.nan) }, "error: a clip can't play at a speed of nan"),
    (Sketch { Video("a.mp4", speed: 1e300) }, "error: a clip can't play at a speed of 1e+300"),
    (
      Sketch { Video("a.mp4", speed: .keyframes([0: 1, 2: -3])) },
      "error: a clip can't play at a speed of -3"
    ),
    (Sketch { Video("a.mp4", speed: .keyframes([])) }, "error: keyframes need at least one key"),
    (Sketch { Video("a.mp4", freezeAt: 4) }, "error: a.mp4 can't be frozen at 4 s: it lasts 4.000 s"),
    (
      Sketch { Video("a.mp4", reversed: true).playing(1) },
      "error: which second is seen when is said already: speed, reversed and loop count for nothing"
    ),
    (Sketch { Video("a.mp4", loop: .repeat(times: 0)) }, "error: a clip can't play 0 times"),
    (Sketch { Video("a.mp4").withSound() }, "error: a.mp4 has no sound"),
    (
      Sketch { Video("film.mp4", reversed: true).withSound() },
      "error: the sound of a clip is heard forwards, at a speed that stays"
    ),
    (
      Sketch { Video("film.mp4", loop: .boomerang).withSound() },
      "error: the sound of a clip is heard forwards, at a speed that stays"
    ),
    (
      Sketch { Video("film.mp4", speed: .ramp(from: 1, to: 2, over: 1)).withSound() },
      "error: the sound of a clip is heard forwards, at a speed that stays"
    ),
    (
      Sketch { Video("film.mp4", speed: 5).withSound() },
      "error: the sound of film.mp4 can't play 5 times as fast"
    ),
  ]

  @Test("says what is wrong with what was asked of it", arguments: mistakes)
  func says(film: Sketch, words: String) {
    #expect(film.lowered().log.errors.map(\.brief) == [words])
  }

  @Test("warns where it would stand still at its end and nobody said so")
  func warns() {
    let film = Sketch { Video("a.mp4").lasting(9) }
    #expect(
      film.lowered().log.diagnostics.map(\.brief) == [
        "warning: a.mp4 is over after 4.000 s, and stands still for the 5.000 s left"
      ])
    let meant = Sketch { Video("a.mp4", loop: .hold).lasting(9) }
    #expect(meant.lowered().log.diagnostics.isEmpty)
  }
}
