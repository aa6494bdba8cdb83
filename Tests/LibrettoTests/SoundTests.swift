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
    (
      "faster, turned aside, and again and again",
      Sketch {
        Soundtrack(song, from: 50).speed(1.25).panned(-0.5)
        Sound("song.ogg", from: 3, to: 4).looping().starting(at: 2).lasting(5)
        Sound("song.ogg", from: 3, to: 4).looping().starting(at: -2.5).lasting(5)
      },
      [
        "0.000 8.000  sound  song.ogg  from 50.000  panned -0.5  speed 1.25",
        "2.000 7.000  sound  song.ogg  from 3.000  looping 3.000–4.000",
        "0.000 2.500  sound  song.ogg  from 3.500  looping 3.000–4.000",
      ]
    ),
    (
      "crossing with the neighbour's during a transition, where both sound",
      Sketch {
        Series {
          Scene(for: 4) {
            Soundtrack(song)
            Soundtrack(song).lasting(1)
          }
          Scene(for: 4) {
            Soundtrack(song, from: 20)
            Soundtrack(song, from: 30).starting(at: 3)
          }.entering(.wipe(.left), over: 1)
          Solid(.red).lasting(2).entering(.dissolve, over: 1)
          Scene(for: 2) { Soundtrack(song, from: 40) }.entering(.fade, over: 1)
        }
      },
      [
        "0.000 4.000  sound  song.ogg  out fade 1.000 of equal power", "0.000 1.000  sound  song.ogg",
        "3.000 7.000  sound  song.ogg  from 20.000  in fade 1.000 of equal power",
        "6.000 7.000  sound  song.ogg  from 30.000", "8.000 10.000  sound  song.ogg  from 40.000",
      ]
    ),
    (
      "by a volume that moves, softer while another plays",
      Sketch {
        Soundtrack(song).volume(.keyframes([0: 0.2, 4: 0.8])).ducked(under: "song.ogg", to: 0.3)
      }, ["0.000 10.000  sound  song.ogg  volume 0.2…0.8  ducked to 0.3 under song.ogg"]
    ),
  ]

  @Test("plays…", arguments: films)
  func plays(name: String, film: Sketch, sounds: [String]) {
    let found = film.dump().split(separator: "\n").map(String.init).filter { $0.contains("sound") }
    #expect(found == sounds)
  }

  @Test("brings its beats along when it plays faster")
  func beatsAtSpeed() {
    let film = Sketch {
      Soundtrack(song, from: 4).speed(2).starting(at: 1)
      Solid(.red).starting(at: .beat(16)).lasting(.beats(4))
      Solid(.white).starting(at: song.section("Verse").start).lasting(
        song.section("Verse").first(.seconds(8)))
    }
    let found = film.dump().split(separator: "\n").map(String.init).filter { $0.contains("solid") }
    #expect(found == ["2.767 3.767  solid  #e5383b", "3.000 7.000  solid  #ffffff"])
  }

  @Test("is refused with its line where its speed or the other sound can't be had")
  func refusesTreatment() {
    let fast = Sketch { Soundtrack(song).speed(9) }
    let alone = Sketch { Soundtrack(song).ducked(under: "voice.wav") }
    #expect(fast.dump().contains("error: song.ogg can't play 9 times as fast"))
    #expect(
      alone.dump().contains("error: nothing in this film plays voice.wav, under which this is ducked"))
  }

  @Test("is as long as a film may be; another sound is not")
  func effectsDontLengthen() {
    let film = Sketch(.landscape1080) {
      Soundtrack(song).lasting(4)
      Sound("song.ogg")
    }
    #expect(film.dump().contains("0.000 4.000  sound  song.ogg\n0.000 4.000  sound"), "\(film.dump())")
  }

  @Test("of which nothing is left is an error")
  func refusesNothing() {
    let late = Sketch { Soundtrack(song).starting(at: 10) }
    let over = Sketch { Soundtrack(song, from: 60) }
    #expect(
      [late.dump(), over.dump()] == Array(repeating: "error: nothing of song.ogg is left to play", count: 2)
    )
  }

  @Test("plays so many times in its own language, and never backwards")
  func loops() {
    func dump(_ sound: Soundtrack) -> String { Sketch(.small.lasting(200)) { sound }.dump() }
    let twice = Soundtrack(song).looping(times: 2).fadingOut(over: 1)
    #expect(dump(twice).contains("0.000 120.000  sound  song.ogg"))
    #expect(dump(twice).contains("looping 0.000–60.000"))
    #expect(dump(Soundtrack(song).looping(.boomerang)).contains("error: sounds are heard forwards"))
    for replay in [Soundtrack(song).reversed(), Soundtrack(song).frozen(at: 3)] {
      let refused = Sketch(.small.lasting(200)) { replay }.dump()
      #expect(refused.contains("error: what is heard in this is heard forwards, at a speed that stays"))
    }
    #expect(dump(Soundtrack(song).looping(times: 0)).contains("error: song.ogg can't play 0 times"))
    #expect(
      dump(Soundtrack(song).speed(.ramp(from: 1, to: 2, over: 4))).contains(
        "error: the speed of a sound stays as it is"))
  }
}
