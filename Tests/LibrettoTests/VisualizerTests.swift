import Libretto
import Rehearsal
import Testing

@Suite("A visualizer")
struct VisualizerTests {
  private static let song = Song("song.ogg", tempo: 120, sections: ["Verse": 0, "Chorus": 10, "Outro": 14])

  private static func figure(_ film: Sketch) throws -> SoundFigure {
    let timeline = try #require(film.lowered().timeline)
    guard case .shape(let shape) = timeline.clips[0].content else { throw Problem(.bug, "no shape") }
    return try #require(shape.figure)
  }

  @Test("follows its song as the film plays it: from its middle, faster, later, and again and again")
  func clock() throws {
    let song = Self.song
    func seconds(_ soundtrack: Soundtrack, _ time: Time, delay: Time = 0, from start: Double = 1) throws
      -> Double
    {
      let figure = try Self.figure(
        Sketch(.landscape1080.lasting(20)) {
          Visualizer(song).delayed(by: delay).starting(at: .seconds(start))
          soundtrack
        })
      return figure.clock.seconds(at: time)
    }
    #expect(try seconds(Soundtrack(song), 2) == 3)
    #expect(try seconds(Soundtrack(song, from: 10), 2) == 13)
    #expect(try seconds(Soundtrack(song, from: 10).speed(2), 2) == 16)
    #expect(try seconds(Soundtrack(song).starting(at: .seconds(2)), 2) == 1)
    #expect(try seconds(Soundtrack(song), 2, delay: 0.5) == 2.5)
    #expect(try seconds(Soundtrack(song, playing: song.section("Chorus")).looping(), 8) == 11)
  }

  @Test("follows another song than the film's as that is heard, also in what is replayed")
  func otherSong() throws {
    var stage = Stagehand.usual
    stage.songs["voice.ogg"] = 20
    let (song, voice) = (Self.song, Song("voice.ogg"))
    func seconds(_ replay: @escaping @Sendable (Scene) -> Layer) throws -> [Double] {
      let film = Sketch(.landscape1080.lasting(30)) {
        replay(Scene(at: 3) { Sound("voice.ogg", from: 1).starting(at: 2).speed(2) })
        Group { Visualizer(voice).starting(at: 1) }.starting(at: 5)
        Rectangle().frame(width: 10, height: 10)
        Soundtrack(song)
      }
      let timeline = try #require(film.lowered(with: stage).timeline)
      let clock = try #require(timeline.clips[1].content.figure).clock
      return [0, 1].map(clock.seconds(at:))
    }
    #expect(try seconds { $0.layer } == [3, 5])
    #expect(try seconds { $0.speed(0.5).layer } == [0, 1])
    let inside = Sketch(.landscape1080.lasting(30)) {
      Scene(at: 3) {
        Visualizer(voice).starting(at: 1)
        Sound("voice.ogg", from: 1).starting(at: 2)
      }
      .looping(.hold)
      Soundtrack(song)
    }
    let timeline = try #require(inside.lowered(with: stage).timeline)
    #expect(try #require(timeline.clips[0].content.figure).clock.seconds(at: 2) == 2)
  }

  @Test("is at rest while its song isn't heard")
  func rest() throws {
    let song = Self.song
    let figure = try Self.figure(
      Sketch(.landscape1080.lasting(20)) {
        Visualizer(song)
        Soundtrack(song, playing: song.section("Chorus")).starting(at: .seconds(1))
      })
    #expect(
      [0.5, 1, 4.9, 5.1].map { figure.clock.plays(at: Time(seconds: $0)) } == [false, true, true, false])
  }

  @Test("asks for what it shows, in a word of the timeline")
  func dump() {
    let song = Self.song
    let film = Sketch {
      Visualizer(song).style(.radial()).fill(.gold)
      Visualizer(song).style(.oscilloscope())
    }
    #expect(
      film.dump() == """
        0.000 10.000  radial bars  #ffc857
        0.000 10.000  oscilloscope  #ffffff
        """)
  }

  @Test(
    "says what can't be drawn",
    arguments: [
      (.bars(count: 0), "a visualizer can't have 0 bars"),
      (.mirroredBars(count: 10_000), "a visualizer can't have 10000 bars"),
      (.radial(count: -1), "a visualizer can't have -1 bars"),
      (.waveform(over: 0), "a visualizer can't show 0.000 s of a song"),
      (.oscilloscope(over: -1), "a visualizer can't show -1.000 s of a song"),
      (.spectrogram(bands: 0), "a spectrogram can't have 0 bands in 3 colors"),
      (.spectrogram(colors: []), "a spectrogram can't have 64 bands in 0 colors"),
      (.particles(on: SongMoments([]), size: .nan), "such particles can't be drawn"),
    ] as [(VisualizerStyle, String)])
  func refuses(style: VisualizerStyle, words: String) {
    #expect(Sketch { Visualizer(Self.song).style(style) }.dump().hasPrefix("error: \(words)"))
  }

  @Test("needs a song that is there, and frequencies that can be heard")
  func refusesSongs() {
    #expect(Sketch { Visualizer(Song("gone.ogg")) }.dump().hasPrefix("error: there is no song gone.ogg"))
    let film = Sketch { Visualizer(Self.song).frequencies(0...8000) }
    #expect(film.dump().hasPrefix("error: a song isn't heard from 0 to 8000 Hz"))
  }

  @Test("has its numbers for the author too: a curve for each band")
  func spectrum() throws {
    let film = Sketch(.landscape1080.lasting(4)) {
      for (index, band) in Self.song.spectrum(bands: 4, levelled: 0).enumerated() {
        Rectangle().frame(width: 20, height: .following(band, 8...420)).placed(
          x: 40 * Double(index), y: 0)
      }
      Soundtrack(Self.song, from: 10)
    }
    let timeline = try #require(film.lowered().timeline)
    #expect(timeline.clips.count == 4)
    func height(_ band: Int, _ time: Time) -> Double? {
      timeline.clips[band].look.height?.value(at: time).width(in: Size(width: 100, height: 100))
    }
    // It is highest at the end of a second and has fallen a little at the begin of the next.
    let (high, low) = (try #require(height(0, 0.95)), try #require(height(0, 1.45)))
    #expect(high > 300 && high < 420 && low < high)
    #expect(try #require(height(1, 0.95)) < high)
    #expect(
      Sketch { Rectangle().opacity(.following(Self.song.waveform, 0...1)) }.dump().contains("follows 0…1"))
  }

  @Test("isn't measured in more bands than can be told apart", arguments: [0, -3, 257, Int.max])
  func bands(count: Int) {
    let film = Sketch {
      for band in Self.song.spectrum(bands: count) { Rectangle().opacity(.following(band, 0...1)) }
      Solid(.ink)
    }
    #expect(film.dump().hasPrefix("error: a song can't be heard in \(count) bands"))
  }
}

extension ClipContent {
  /// The first visualizer in it.
  fileprivate var figure: SoundFigure? {
    if case .shape(let shape) = self { return shape.figure }
    return children.lazy.compactMap(\.content.figure).first
  }
}
