import Libretto
import Rehearsal
import Testing

private let song = Song("song.ogg", tempo: 120, sections: ["Verse": 8, "Chorus": 24])

@Suite("A soundtrack")
struct SoundTests {
  static let films: [(name: String, Sketch, sounds: [String])] = [
    ("as long as the film", Sketch { Soundtrack(song) }, ["0.000 10.000  sound  song.ogg"]),
    (
      "as long as it lasts", Sketch(.landscape1080.lasting(90)) { Soundtrack(song).starting(at: 5) },
      ["5.000 65.000  sound  song.ogg"]
    ),
    (
      "with its fades and volume",
      Sketch { Soundtrack(song).fadingIn(over: .beats(2)).fadingOut(over: 2).volume(0.5) },
      ["0.000 10.000  sound  song.ogg  volume 0.5  in fade 1.000  out fade 2.000"]
    ),
    (
      "from a moment of it, or a passage",
      Sketch {
        Soundtrack(song, from: 12.5).lasting(3)
        Soundtrack(song, playing: song.section("Verse").first(.beats(4))).starting(at: 4)
        Soundtrack(song).lasting(until: 2)
      },
      [
        "0.000 3.000  sound  song.ogg  from 12.500", "4.000 6.000  sound  song.ogg  from 8.000",
        "0.000 2.000  sound  song.ogg",
      ]
    ),
    (
      "inside scenes, and no longer than they",
      Sketch {
        Scene(at: 2, for: 5) {
          Soundtrack(song).starting(at: 1)
          Group { Soundtrack(song, from: 30).lasting(2) }
        }
      }, ["3.000 7.000  sound  song.ogg", "2.000 4.000  sound  song.ogg  from 30.000"]
    ),
    (
      "inside a series: bare with all of it, in a scene with its turn",
      Sketch {
        Series {
          Solid(.red).lasting(3)
          Soundtrack(song)
          Scene(for: 4) { Soundtrack(song, from: 20) }
          Series {
            Solid(.red).lasting(1)
            Scene { Soundtrack(song, from: 40) }
          }
        }
      },
      [
        "0.000 10.000  sound  song.ogg", "3.000 7.000  sound  song.ogg  from 20.000",
        "8.000 10.000  sound  song.ogg  from 40.000",
      ]
    ),
    (
      "cut where it would begin before the film or its scene",
      Sketch {
        Soundtrack(song).starting(at: -3)
        Scene(at: -2, for: 6) { Soundtrack(song, from: 1) }
      },
      ["0.000 10.000  sound  song.ogg  from 3.000", "0.000 4.000  sound  song.ogg  from 3.000"]
    ),
  ]

  @Test("plays…", arguments: films)
  func plays(name: String, film: Sketch, sounds: [String]) {
    let found = film.dump().split(separator: "\n").map(String.init).filter { $0.contains("sound") }
    #expect(found == sounds)
  }

  @Test("of which nothing is left is an error")
  func refusesNothing() {
    let late = Sketch { Soundtrack(song).starting(at: 10) }
    let over = Sketch { Soundtrack(song, from: 60) }
    #expect(
      [late.dump(), over.dump()] == Array(repeating: "error: nothing of song.ogg is left to play", count: 2)
    )
  }
}
