import Libretto
import Rehearsal
import Testing

private let song = Song("song.ogg", tempo: 120, sections: ["Verse": 8, "Chorus": 24])
private let wordless = Song("song.ogg")

@Suite("A mistake")
struct DiagnosticTests {
  /// What is wrong, and on which line after the sketch's own; -1 where the line isn't in it.
  static let films: [(String, line: Int, Sketch)] = [
    ("error: film has nothing on stage", -1, Sketch {}),
    (
      "error: nothing says how long the film is", 1,
      Sketch(.landscape1080) {
        Solid(.red)
      }
    ),
    (
      "error: beats and bars need a song", 1,
      Sketch {
        Solid(.red).lasting(.beats(2))
      }
    ),
    (
      "error: the beats of song.ogg aren't known", 1,
      Sketch {
        Solid(.red).lasting(.bars(2))
        Soundtrack(wordless)
      }
    ),
    (
      "error: the bars of song.ogg aren't known", 1,
      Sketch {
        Solid(.red).lasting(wordless.bar(3))
      }
    ),
    (
      "error: song.ogg has no section \"Chrous\"", 1,
      Sketch {
        Scene(during: song.section("Chrous")) { Solid(.red) }
      }
    ),
    (
      "error: song.ogg has 1 section \"Chorus\", not 2", 2,
      Sketch {
        Scene(
          during: song.section("Chorus", 2)
        ) { Solid(.red) }
      }
    ),
    (
      "error: there is no picture z.jpg", 2,
      Sketch {
        Solid(.red)
        Image("z.jpg")
      }
    ),
    (
      "error: this has no length: it would play from 0.000 to 0.000 s", 2,
      Sketch {
        Solid(.red)
        Scene(for: 0) { Solid(.red) }
      }
    ),
    (
      "error: this is shorter than half a frame: it would play from 1.000 to 1.010 s", 1,
      Sketch {
        Solid(.red).starting(at: 1).lasting(0.01)
      }
    ),
    (
      "error: this has no length: it would play from 9.000 to 2.000 s", 1,
      Sketch {
        Solid(.red).starting(at: 9).lasting(until: 2)
      }
    ),
    (
      "error: this has no length: it would play from 10.000 to 10.000 s", 3,
      Sketch {
        Series {
          Solid(.red).lasting(10)
          Solid(.red)
        }
      }
    ),
    (
      "warning: this is never seen: it plays from 12.000 to 14.000 s", 2,
      Sketch {
        Solid(.red)
        Text("late").starting(at: 12).lasting(2)
      }
    ),
    (
      "warning: this plays until 4.000 s, longer than what it stands in, which ends at 3.000 s", 3,
      Sketch {
        Solid(.red)
        Scene(for: 3) {
          Text("a").lasting(4)
        }
      }
    ),
    (
      "warning: this plays until 12.000 s, longer than the film, which ends at 10.000 s", 3,
      Sketch {
        Series {
          Solid(.red).lasting(2)
          Solid(.red).lasting(10)
        }
      }
    ),
    (
      "error: \"#ff2e8\" is no color", 1,
      Sketch {
        Solid(Color("#ff2e8"))
      }
    ),
    (
      "error: a song isn't heard from 8000 to 60 Hz", 1,
      Sketch {
        Visualizer(song).frequencies(8000...60)
        Soundtrack(song)
      }
    ),
    (
      "error: two transitions at one cut: the one before exits by dissolve, this enters by slide up", 3,
      Sketch {
        Series {
          Solid(.red).exiting(.dissolve)
          Solid(.red).entering(.slide(.up))
        }
      }
    ),
    (
      "error: two transitions at one cut: the one before exits by fade, this enters by dissolve", 3,
      Sketch {
        Series {
          Solid(.red).exiting(.fade)
          Solid(.red).entering(.dissolve)
        }
      }
    ),
    (
      "error: two transitions meet: they last 4.000 s together, and what is between them 3.000 s", 3,
      Sketch {
        Series {
          Solid(.red)
          Solid(.red).lasting(3).entering(.dissolve, over: 2)
          Solid(.red).entering(.dissolve, over: 2)
        }
      }
    ),
    (
      "error: the transition into this lasts 3.000 s, and the one before is on stage for only 2.000 s", 3,
      Sketch {
        Series {
          Solid(.red).lasting(2)
          Solid(.red).entering(.dissolve, over: 3)
        }
      }
    ),
    (
      "error: the transition into this lasts 3.000 s, and it is on stage for only 2.000 s", 3,
      Sketch {
        Series {
          Solid(.red)
          Solid(.red).lasting(2).entering(.dissolve, over: 3)
        }
      }
    ),
    (
      "error: the transitions of this last 3.000 s, and it lasts only 2.000 s", 1,
      Sketch {
        Text("a").lasting(2).entering(.fade, over: 1).exiting(.fade, over: 2)
      }
    ),
    (
      "warning: in a series the order says when this plays; its own start counts for nothing", 2,
      Sketch {
        Series {
          Scene(at: 3) { Text("a") }
        }
      }
    ),
    (
      "error: the beats of song.ogg can't be counted at a tempo of 0 and 4 to the bar", 1,
      Sketch {
        Solid(.red).lasting(.beats(2))
        Soundtrack(Song("song.ogg", tempo: 0))
      }
    ),
    (
      "error: keyframes need at least one key", 1,
      Sketch {
        Text("a").opacity(.keyframes([]))
      }
    ),
    (
      "error: keyframes go back in time, from 2.000 to 1.000 s", 1,
      Sketch {
        Text("a").opacity(.keyframes([2: 0, 1: 1]))
      }
    ),
    (
      "error: a part of a passage is said in seconds, beats or bars", 1,
      Sketch {
        Text("a").lasting(song.bar(1).first(.frames(3) + 1))
        Soundtrack(song)
      }
    ),
  ]

  @Test("is reported once, with the line that made it", arguments: films.indices)
  func isReported(index: Int) {
    let (expected, line, film) = Self.films[index]
    let diagnostics = film.lowered().log.diagnostics
    #expect(diagnostics.map(\.brief) == [expected])
    guard line > 0, let first = film.lines.min() else { return }
    // The first element stands on line 1 of its sketch; where it is the guilty one, that's all to see.
    #expect(diagnostics.first?.site?.line == first + line - 1)
    #expect(diagnostics.first?.site?.file == #filePath)
  }

  @Test("of a canvas names the line that says it")
  func reportsCanvas() {
    let line = #line + 1
    let canvases = [
      Canvas.size(1, 20), .landscape720.frameRate(0), .landscape720.frameRate(FrameRate(30, over: 0)),
      .size(100, 70_000), .landscape720.lasting(0), .landscape720.lasting(-4),
      .landscape720.lasting(90_000), .landscape720.lasting(Double.nan),
    ]
    let logs = canvases.map { canvas in Sketch(canvas) { Solid(.red) }.lowered().log.diagnostics }
    #expect(
      logs.map { $0.map(\.brief).joined() } == [
        "error: a canvas of 1×20 can't be painted", "error: a frame rate of 0 can't be played",
        "error: a frame rate of 30/0 can't be played", "error: a canvas of 100×70000 can't be painted",
        "error: the film has no length: 0.000 s", "error: the film has no length: -4.000 s",
        "error: the film would last 90000.000 s", "error: the film has no length: 0.000 s",
      ])
    #expect(logs.allSatisfy { (line...line + 9).contains($0.first?.site?.line ?? 0) })
  }

  @Test("doesn't hide the others")
  func reportsAll() {
    let film = Sketch {
      Image("y.jpg")
      Scene(during: song.section("Vers")) { Image("z.jpg") }
      Series {
        Text("a").lasting(1)
        Text("b").entering(.dissolve, over: 2)
      }
      Soundtrack(Song("none.ogg"))
    }
    let (timeline, log) = film.lowered()
    #expect(timeline == nil)
    #expect(
      Set(log.errors.map(\.problem.message)) == [
        "there is no picture y.jpg", "there is no picture z.jpg", "there is no song none.ogg",
        "song.ogg has no section \"Vers\"",
        "the transition into this lasts 2.000 s, and the one before is on stage for only 1.000 s",
      ])
    let hints = log.errors.first { $0.problem.message.contains("Vers") }?.problem.hints
    #expect(hints == ["did you mean \"Verse\"?", "its sections are Verse, Chorus"])
  }

  private struct Mirror: Component {
    var body: Layers {
      Text("a")
      Frame()
      Frame()
    }
  }
  private struct Frame: Component {
    var body: Layers { Mirror().opacity(0.5) }
  }

  @Test("such as a component that is in itself ends by itself, and is named")
  func endlessComponent() {
    let found = Sketch { Mirror() }.lowered().log.diagnostics
    #expect(found.map(\.brief) == ["error: the component Mirror is in itself, and has no end"])
    #expect(found.first?.subject == "Mirror")
  }

  private struct Branch: Component {
    var depth: Int
    var body: Layers {
      Text("\(depth)")
      if depth > 0 { Branch(depth: depth - 1) }
    }
  }

  @Test("is none in a component that holds smaller ones of its kind")
  func finiteComponent() {
    #expect(Sketch { Branch(depth: 40) }.lowered().log.diagnostics == [])
  }

  @Test("is no part of the song that goes on when the film is over")
  func cutFilm() {
    let film = Sketch {
      Scene(during: song.section("Verse")) { Text("a").lasting(song.section("Verse")) }
      Soundtrack(song)
    }
    #expect(film.lowered().log.diagnostics == [])
  }

  @Test("that is only a warning leaves the film as it is")
  func warns() {
    let film = Sketch {
      Solid(.red)
      Text("late").starting(at: 12).lasting(2)
      Scene(for: 3) { Text("later").starting(at: 4).lasting(1) }
    }
    let (timeline, log) = film.lowered()
    #expect(timeline?.clips.count == 2)
    #expect(log.diagnostics.map(\.severity) == [.warning, .warning])
  }
}

extension Sketch {
  /// The lines of its elements.
  var lines: [Int] {
    let authoring = Authoring(resources: Stagehand.usual, log: DiagnosticLog())
    return Authoring.$current.withValue(authoring) { body.map(\.site.line) }
  }
}
