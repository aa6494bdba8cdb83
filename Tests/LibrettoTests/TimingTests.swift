import Libretto
import Rehearsal
import Testing

private let song = Song("song.ogg", tempo: 120, firstDownbeat: 1, sections: ["Verse": 9, "Chorus": 25])

@Suite("Time")
struct TimingTests {
  static let series: [(name: String, Sketch, turns: String)] = [
    (
      "shares what is left",
      Sketch {
        Series {
          Solid(.red)
          Solid(.red).lasting(4)
          Solid(.red)
        }
      }, "0.000-3.000 3.000-7.000 7.000-10.000"
    ),
    (
      "gives the rest to one that asks for it",
      Sketch {
        Series {
          Solid(.red).lasting(2.5)
          Solid(.red).lasting(9).fillingTheRest()
          Solid(.red).lasting(2)
        }
      }, "0.000-2.500 2.500-8.000 8.000-10.000"
    ),
    (
      "gives the rest to a scene that asks for it, whatever is in it",
      Sketch {
        Series {
          Scene { Text("a").lasting(1) }.fillingTheRest()
          Solid(.red).lasting(2)
        }
      }, "0.000-8.000 8.000-10.000"
    ),
    (
      "shares what is left before each fixed end",
      Sketch {
        Series {
          Solid(.red)
          Solid(.red).lasting(until: 4)
          Solid(.red)
          Solid(.red)
          Solid(.red).lasting(until: .end - 1)
          Solid(.red)
        }
      }, "0.000-2.000 2.000-4.000 4.000-5.667 5.667-7.333 7.333-9.000 9.000-10.000"
    ),
    (
      "is shortened by transitions that overlap",
      Sketch {
        Series {
          Solid(.red).lasting(4)
          Solid(.red).lasting(4).entering(.dissolve, over: 1)
          Solid(.red).entering(.slide(.up), over: 0.5)
        }
      }, "0.000-4.000 3.000-7.000 6.500-10.000"
    ),
    (
      "shares between overlaps evenly",
      Sketch {
        Series {
          Solid(.red)
          Solid(.red).entering(.dissolve, over: 1)
          Solid(.red).entering(.dissolve, over: 1)
        }
      }, "0.000-4.000 3.000-7.000 6.000-10.000"
    ),
    (
      "is not shortened by fades, and takes a transition from either side of a cut",
      Sketch {
        Series {
          Solid(.red).lasting(3).exiting(.fade, over: 1)
          Solid(.red).lasting(3).entering(.fade, over: 1).exiting(.dissolve, over: 1)
          Solid(.red)
        }
      }, "0.000-3.000 3.000-6.000 5.000-10.000"
    ),
    (
      "keeps a fixed end where the next dissolves in",
      Sketch {
        Series {
          Solid(.red).lasting(until: 5)
          Solid(.red).entering(.dissolve, over: 1)
        }
      }, "0.000-5.000 4.000-10.000"
    ),
    (
      "takes the length of a scene from what is in it",
      Sketch {
        Series {
          Scene {
            Text("a").lasting(2)
            Text("b").starting(at: 1).lasting(2)
          }
          Scene(at: 5, for: 4) { Text("c") }
          Solid(.red)
        }
      }, "0.000-3.000 3.000-7.000 7.000-10.000"
    ),
    (
      "may stand in a series",
      Sketch {
        Series {
          Series {
            Solid(.red).lasting(2)
            Solid(.red).lasting(3).entering(.dissolve, over: 1)
          }
          Solid(.red)
        }
      }, "0.000-4.000 4.000-10.000"
    ),
    (
      "ends a scene where a passage of the song does",
      Sketch(.landscape1080.lasting(30)) {
        Series {
          Solid(.red)
          Scene(during: song.section("Verse")) { Solid(.red) }
          Solid(.red)
        }
        Soundtrack(song)
      }, "0.000-12.500 12.500-25.000 25.000-30.000"
    ),
  ]

  @Test("of a series is inferred: it…", arguments: series)
  func infers(name: String, film: Sketch, turns: String) {
    let clips = film.lowered().timeline?.clips.first?.content.children ?? []
    let rate = film.canvas.rate
    let found = clips.map {
      "\(rate.start(of: $0.frames.lowerBound))-\(rate.start(of: $0.frames.upperBound))"
    }
    #expect(found.joined(separator: " ") == turns)
  }

  static let lengths: [(name: String, Sketch, seconds: Double)] = [
    ("its canvas says so", Sketch(.landscape1080.lasting(7)) { Soundtrack(song) }, 7),
    (
      "its song does",
      Sketch(.landscape1080) {
        Solid(.red).lasting(90)
        Soundtrack(song)
      }, 60
    ),
    ("its song does that starts late", Sketch(.landscape1080) { Soundtrack(song).starting(at: 3) }, 63),
    ("a passage of its song does", Sketch(.landscape1080) { Soundtrack(song, playing: song.bar(9)) }, 2),
    ("the rest of its song does", Sketch(.landscape1080) { Soundtrack(song, from: 40) }, 20),
    (
      "the last on stage does",
      Sketch(.landscape1080) {
        Text("a").lasting(3)
        Scene(at: 2) { Text("b").starting(at: 1).lasting(4) }
      }, 7
    ),
    (
      "its series does",
      Sketch(.landscape1080) {
        Series {
          Solid(.red).lasting(4)
          Solid(.red).lasting(4).entering(.dissolve, over: 1)
        }
      }, 7
    ),
    (
      "its series does, whatever plays beside it",
      Sketch(.landscape1080) {
        Series {
          Solid(.red).lasting(40)
          Soundtrack(song, playing: song.section("Verse"))
          Solid(.red).lasting(4)
        }
      }, 44
    ),
    (
      "the song in its series does, where nothing else says",
      Sketch(.landscape1080) {
        Series {
          Solid(.red)
          Soundtrack(song)
        }
      }, 60
    ),
    (
      "what has an end does, not what stays to the end",
      Sketch(.landscape1080) {
        Solid(.red).lasting(until: .end)
        Text("a").lasting(5)
      }, 5
    ),
    ("frames do", Sketch(.landscape1080.frameRate(25).lasting(.frames(50))) { Solid(.red) }, 2),
    (
      "beats do", Sketch(.landscape1080.lasting(.bars(2) + .beats(1) - .seconds(0.5))) { Soundtrack(song) },
      4
    ),
  ]

  @Test("of a film is as long as…", arguments: lengths)
  func infersFilm(name: String, film: Sketch, seconds: Double) {
    #expect(film.lowered().timeline?.length == Time(seconds: seconds))
  }

  @Test("inside a scene counts from its begin, and moments of the song stay where they are")
  func nests() {
    let film = Sketch(.landscape1080.lasting(20)) {
      Scene(at: 4, until: 16) {
        Text("a").starting(at: 2).lasting(3)
        Scene(at: 3) {
          Text("b").starting(at: .after(.beats(2))).opacity(.ramp(from: 0, to: 1, over: 1, at: 0.5))
          Text("c").starting(at: song.bar(6).start).lasting(until: song.bar(7).end)
          Text("d").starting(at: .bar(5)).opacity(.keyframes([.at(.bar(6), 1), .at(.beat(25), 0)]))
          Text("e").starting(at: .frame(15)).lasting(until: .end)
        }
      }
      Soundtrack(song)
    }
    #expect(
      film.dump() == """
        4.000 16.000  group
          6.000 9.000  text  "a"  #ffffff
          7.000 16.000  group
            8.000 16.000  text  "b"  #ffffff  opacity 0@0.500→1@1.500
            11.000 15.000  text  "c"  #ffffff
            9.000 16.000  text  "d"  #ffffff  opacity 1@2.000→0@4.000
            7.500 16.000  text  "e"  #ffffff
        0.000 20.000  sound  song.ogg
        9.000  marker  Verse
        """)
  }

  @Test("of the song starts where its soundtrack does, in a scene or beside one")
  func followsTheSong() {
    func start(@LayersBuilder _ content: @escaping @Sendable () -> Layers) -> Time? {
      let film = Sketch(.landscape1080.lasting(40)) {
        Text("b").starting(at: song.bar(2).start)
        content()
      }
      return film.lowered().timeline.map { $0.rate.start(of: $0.clips[0].frames.lowerBound) }
    }
    let starts = [
      start { Soundtrack(song) }, start { Soundtrack(song).starting(at: 2) },
      start { Soundtrack(song, from: 1) }, start { Scene(at: 5) { Soundtrack(song).starting(at: 2) } },
      start { Scene(at: .frame(45)) { Soundtrack(song) } },
      start {
        Series {
          Solid(.red).lasting(4)
          Scene(for: 9) { Soundtrack(song) }
        }
      },
    ]
    #expect(starts == [3, 5, 2, 10, 4.5, 7])
  }

  @Test("of a song is found by bars, beats and sections")
  func knowsTheSong() {
    let passages = [
      song.bar(1), song.section("verse"), song.section("Chorus"), song.section("Verse").first(.bars(2)),
      song.section("Verse").first(100), song.bar(2).first(.beats(1.5) + 0.25),
    ]
    let words = passages.map { "\($0.from)-\($0.to)" }
    #expect(
      words == [
        "1.000-3.000", "9.000-25.000", "25.000-0.000", "9.000-13.000", "9.000-25.000", "3.000-4.000",
      ])
    let log = DiagnosticLog()
    let (bars, end) = Authoring.$current.withValue(Authoring(resources: Stagehand.usual, log: log)) {
      (song.bars, song.section("Chorus").to)
    }
    #expect(bars.count == 29 && bars[28].to == 59 && end == 60)
    let twice = Song("song.ogg", sections: ["Chorus": 40, "Verse": 20, "Chorus ": 50, "CHORUS": 10])
    #expect([twice.section("Chorus").from, twice.section("Chorus", 2).from] == [10, 40])
  }

  @Test("is rounded to frames once, so that neighbours share their boundary", arguments: [0, 1, 2, 3])
  func sharesBoundaries(seed: UInt64) {
    let noise = Noise(seed: seed)
    let rates: [FrameRate] = [.ntscFilm, .ntsc, 11, 25, FrameRate(997, over: 41), 60]
    for trial in 0..<250 {
      @Sendable func random(_ index: Int) -> Double { noise.value(trial * 100 + index) }
      let rate = rates[trial % rates.count]
      let count = 2 + Int(random(0) * 8)
      let film = Sketch(.landscape1080.frameRate(rate).lasting(20 + 40 * random(1))) {
        Series {
          for index in 0..<count {
            let solid = Solid(.red)
            switch Int(4 * random(10 + index)) {
            case 0: solid.lasting(0.3 + 2 * random(20 + index))
            case 1:
              solid.entering(.fade, over: 0.1 + 0.1 * random(30 + index)).lasting(1 + random(40 + index))
            default: solid
            }
          }
          Solid(.red)
        }
      }
      guard let timeline = film.lowered().timeline, let series = timeline.clips.first else {
        Issue.record("trial \(trial) was refused")
        continue
      }
      let frames = series.content.children.map(\.frames)
      let gaps = zip(frames, frames.dropFirst()).filter { $0.upperBound != $1.lowerBound }
      let ends = [frames.first?.lowerBound.value, frames.last?.upperBound.value]
      #expect(gaps.isEmpty && ends == [0, timeline.frameCount], "trial \(trial)")
    }
  }

  @Test(
    "of an overlap is the same on both sides at any rate",
    arguments: [FrameRate.ntscFilm, .ntsc, 11, 24, 997])
  func sharesOverlaps(rate: FrameRate) {
    for trial in 0..<100 {
      let noise = Noise(seed: UInt64(trial))
      let film = Sketch(.landscape1080.frameRate(rate).lasting(30)) {
        Series {
          for index in 0..<6 {
            Solid(.red).entering(.dissolve, over: 0.3 + noise.value(index)).lasting(
              3 + noise.value(9 + index))
          }
        }
      }
      let clips = film.lowered().timeline?.clips.first?.content.children ?? []
      let wrong = zip(clips, clips.dropFirst()).filter { before, after in
        before.frames.upperBound.value - after.frames.lowerBound.value != after.entering?.frameCount
      }
      #expect(clips.count == 6 && wrong.isEmpty, "trial \(trial)")
    }
  }
}
