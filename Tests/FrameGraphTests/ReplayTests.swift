import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("What is replayed")
struct ReplayTests {
  /// A square that moves a hundred pixels a second, for a second: ten a frame.
  private static let mover: Group = Group {
    Rectangle().frame(width: 10, height: 10)
      .placed(x: .ramp(from: 0, to: .pixels(100), over: 1, easing: .linear), y: 50, anchor: .center)
  }.lasting(1)

  /// A film of ten frames a second.
  private static func film(_ layers: Replay, seconds: Double = 3) -> Sketch {
    Sketch(.size(1000, 100).frameRate(10).lasting(seconds)) { layers }
  }

  /// Where the square is in each frame; nil where it isn't seen.
  private static func places(_ film: Sketch) throws -> [Double?] {
    try film.graph().drawings.map { drawing in
      drawing.marks.compactMap { mark -> Double? in
        guard case .fill(_, _, let matrix, _) = mark else { return nil }
        return (matrix.tx + 5).rounded()
      }.first
    }
  }

  struct Way: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let replay: @Sendable (Group) -> Replay
    let places: [Double?]

    init(_ name: String, _ replay: @escaping @Sendable (Group) -> Replay, _ places: [Double?]) {
      (testDescription, self.replay, self.places) = (name, replay, places)
    }
  }

  private static let there: [Double?] = stride(from: 0, to: 100, by: 10).map { $0 }
  private static let back: [Double?] = there.reversed()
  private static let twice: [Double?] = [0, 20, 40, 60, 80]
  private static let thrice: [Double?] = [0, 30, 60, 90]

  static let ways: [Way] = [
    Way("twice as fast", { $0.speed(2) }, twice + [nil, nil]),
    Way(
      "half as fast", { $0.speed(0.5) },
      stride(from: 0, to: 100, by: 5).map { $0 } + [nil]),
    Way("backwards", { $0.reversed() }, back + [nil]),
    Way("backwards, twice as fast", { $0.reversed().speed(2) }, twice.reversed() + [nil]),
    Way("twice as fast, backwards", { $0.speed(2).reversed() }, twice.reversed() + [nil]),
    Way("again", { $0.looping() }, there + there + there),
    Way("so many times", { $0.looping(times: 2) }, there + there + [nil]),
    Way("there and back", { $0.looping(.boomerang) }, there + back + there),
    Way("there and back once", { $0.looping(.boomerang(times: 1)) }, there + back + [nil]),
    Way(
      "there and back once, backwards", { $0.looping(.boomerang(times: 1)).reversed() },
      there + back + [nil]),
    Way("backwards again", { $0.reversed().looping() }, back + back + back),
    Way("twice as fast again", { $0.speed(2).looping() }, twice + twice + twice),
    Way("again, backwards", { $0.looping(times: 2).reversed() }, back + back + [nil]),
    Way("again, twice as fast", { $0.looping(times: 2).speed(2) }, twice + twice + [nil]),
    Way("frozen", { $0.frozen(at: 0.3) }, Array(repeating: 30, count: 30)),
    Way("frozen by hand", { $0.frozen(at: 0.2999) }, Array(repeating: 30, count: 30)),
    Way("frozen at its end", { $0.frozen(at: .end) }, Array(repeating: 90, count: 30)),
    Way("frozen backwards", { $0.reversed().frozen(at: 0.3) }, Array(repeating: 60, count: 30)),
    Way("frozen for a while", { $0.frozen(at: 0.3).lasting(0.2) }, [30, 30, nil]),
    Way("held", { $0.looping(.hold).lasting(1.2) }, there + [100, 100, nil]),
    Way("held at its begin", { $0.reversed().looping(.hold).lasting(1.2) }, back + [0, 0, nil]),
    Way(
      "at a changing speed", { $0.speed(.keyframes([0: 1, 0.5: 1, 0.5001: 5])) },
      [0, 10, 20, 30, 40, 50, nil]),
    Way(
      "a speed that stops", { $0.speed(.keyframes([0: 1, 0.5: 1, 0.5001: 0])).lasting(2) },
      [0, 10, 20, 30, 40, 50, 50, 50]),
    Way(
      "in the middle of a film", { $0.starting(at: 0.5).reversed() },
      [nil, nil, nil, nil, nil] + back + [nil]),
    Way("cut off", { $0.reversed().lasting(0.3) }, [90, 80, 70, nil]),
  ]

  @Test("shows the moments it should", arguments: ways)
  func shows(way: Way) throws {
    let found = try Self.places(Self.film(way.replay(Self.mover)))
    #expect(Array(found.prefix(way.places.count)) == way.places)
  }

  @Test("makes the same drawings as what it replays")
  func equal() throws {
    let once = try Self.film(Self.mover.looping(.hold).lasting(1), seconds: 1).graph().drawings
    let plain = try Sketch(.size(1000, 100).frameRate(10).lasting(1)) { Self.mover }.graph().drawings
    #expect(once == plain)
    #expect(try Self.film(Self.mover.looping()).graph().drawings == plain + plain + plain)
    #expect(try Self.film(Self.mover.reversed(), seconds: 1).graph().drawings == plain.reversed())
  }

  @Test("begins rounds on whole frames, which are never late by more than half of one")
  func rounds() throws {
    // Nine frames and three eighths.
    let replay = Self.mover.lasting(0.9375).looping()
    let places = try Self.places(Self.film(replay, seconds: 8))
    let begins = places.indices.filter { places[$0] == 0 }
    #expect(begins == (0..<9).map { Int((Double($0) * 9.375).rounded()) })
    #expect(Set(places.map { $0 ?? -1 }).count <= 10)
  }

  /// What a clip does by itself and as an element, and at which rates alike: a replay's rounds begin on whole
  /// frames of the film, and backwards it shows the frames that it shows forwards.
  static let clips: [(name: String, video: Video, replay: Replay, rates: [FrameRate])] = [
    ("twice as fast", Video("a.mp4", speed: 2), a.speed(2), [30, 24, 60, 25, .ntsc]),
    ("half as fast", Video("a.mp4", speed: 0.5), a.speed(0.5), [30, 24, 60, 25, .ntsc]),
    ("mixed", blended(Video("a.mp4", speed: 0.4)), blended(a).speed(0.4), [30, 24, 60, 25, .ntsc]),
    ("backwards twice", a, a.reversed().reversed(), [30, 24, 60, 25, .ntsc]),
    ("backwards", Video("a.mp4", reversed: true), a.reversed(), [30, 60, .ntsc]),
    ("a clip that is backwards", a, Video("a.mp4", reversed: true).reversed(), [30, 60]),
    (
      "half as fast, backwards", Video("a.mp4", speed: 0.5, reversed: true), a.speed(0.5).reversed(),
      [30, 60, .ntsc]
    ),
    (
      "backwards, half as fast", Video("a.mp4", speed: 0.5, reversed: true), a.reversed().speed(0.5),
      [30, 60, .ntsc]
    ),
    ("again", Video("a.mp4", loop: .repeat), a.looping(), [30, 24, 60, 25]),
    ("twice", Video("a.mp4", loop: .repeat(times: 2)), a.looping(times: 2), [30, 24, 60, 25]),
    ("there and back", Video("a.mp4", loop: .boomerang), a.looping(.boomerang), [30, 60]),
    (
      "there and back twice", Video("a.mp4", loop: .boomerang(times: 2)), a.looping(.boomerang(times: 2)),
      [30, 60]
    ),
    ("frozen", Video("a.mp4", freezeAt: 1), a.frozen(at: 1), [30, 24, 60, 25]),
  ]
  private static let a = Video("a.mp4")

  private static func blended(_ video: Video) -> Video { video.conformed(by: .blend) }

  @Test("shows the frames of a clip that the clip would show by itself", arguments: clips.indices)
  func showsFrames(index: Int) throws {
    let (name, video, replay, rates) = Self.clips[index]
    for rate in rates {
      let (found, expected) = (try Self.marks(of: replay, at: rate), try Self.marks(of: video, at: rate))
      let differing = found.indices.filter { found[$0] != expected[$0] }
      #expect(differing.isEmpty, "\(name) at \(rate)")
    }
  }

  @Test(
    "shows the same frames of a clip backwards as forwards", arguments: [24, 25, 30, .ntsc] as [FrameRate])
  func showsFramesBackwards(rate: FrameRate) throws {
    for clip in [Self.a.speed(1.7), Self.blended(Self.a).speed(0.7)] {
      let forwards = try Self.marks(of: clip, at: rate).filter { !$0.isEmpty }
      let backwards = try Self.marks(of: clip.reversed(), at: rate).filter { !$0.isEmpty }
      #expect(backwards == forwards.reversed())
    }
  }

  private static func marks(of element: some Element, at rate: FrameRate) throws -> [[Mark]] {
    let layers = [element.layer]
    return try Sketch(.landscape1080.frameRate(rate).lasting(20)) { layers }.graph().drawings.map(\.marks)
  }

  @Test("plays transitions inside by its own clock, and those outside by its container's")
  func transitions() throws {
    func opacities(_ element: some Element) throws -> [Double] {
      let layers = [element.layer]
      return try Sketch(.size(1000, 100).frameRate(10).lasting(2)) { layers }.graph().drawings.map {
        drawing in
        drawing.marks.map { mark -> Double in
          guard case .fill(_, _, _, let opacity) = mark else { return -1 }
          return (opacity * 100).rounded(.up)
        }.first ?? -2
      }
    }
    let inside = Solid(.red).lasting(1).entering(.fade, over: 0.4)
    #expect(try opacities(inside.speed(2)).prefix(6) == [13, 63, 100, 100, 100, -2])
    #expect(try opacities(inside.speed(0.5)).prefix(8) == [13, 25, 38, 50, 63, 75, 88, 100])
    #expect(
      try opacities(inside.reversed()).prefix(11) == [100, 100, 100, 100, 100, 100, 88, 63, 38, 13, -2])
    let outside = Solid(.red).lasting(1).reversed().entering(.fade, over: 0.4)
    #expect(try opacities(outside).prefix(5) == [13, 38, 63, 88, 100])
  }

  @Test("cuts the film where rounds begin, and where scenes inside do")
  func seams() throws {
    let film = Sketch(.small.lasting(6)) {
      Series {
        Solid(.red).lasting(1)
        Solid(.blue).lasting(1)
      }
      .speed(0.5).looping(times: 1)
      Group { Solid(.ink) }.lasting(1.5).looping().starting(at: 4)
    }
    let spans = try film.graph().spans
    #expect(spans.map(\.frames.lowerBound.value) == [0, 20, 40, 55])
    #expect(spans.map(\.beginsScene) == [true, true, false, false])
  }

  @Test("stands where its element would, in its own box")
  func standing() throws {
    let plain = Sketch(.size(400, 200).lasting(1)) {
      Text("here").placed(x: 100, y: .percent(20), anchor: .topLeft)
      Rectangle().frame(width: .percent(50), height: 20).offset(y: .percent(10))
      Column {
        Rectangle().frame(width: 40, height: 10)
        Text("under")
      }
    }
    let replayed = Sketch(.size(400, 200).lasting(1)) {
      Text("here").placed(x: 100, y: .percent(20), anchor: .topLeft).looping(.hold).lasting(1)
      Rectangle().frame(width: .percent(50), height: 20).offset(y: .percent(10)).speed(2)
      Column {
        Rectangle().frame(width: 40, height: 10).reversed()
        Text("under").frozen(at: 0)
      }
    }
    #expect(try replayed.graph().drawing(at: 3) == plain.graph().drawing(at: 3))
    let after = Sketch(.size(400, 200).lasting(1)) {
      Text("here").reversed().placed(x: 100, y: 20, anchor: .topLeft)
    }
    let before = Sketch(.size(400, 200).lasting(1)) {
      Text("here").placed(x: 100, y: 20, anchor: .topLeft)
    }
    #expect(try after.graph().drawing(at: 3) == before.graph().drawing(at: 3))
  }
}
