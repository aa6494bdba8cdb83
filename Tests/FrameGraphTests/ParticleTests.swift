import FrameGraph
import Libretto
import Rehearsal
import Testing

@Suite("Particles")
struct ParticleTests {
  private static let song = Song("song.ogg", tempo: 120)
  static let sources: [ParticleSource] = [
    .center, .point(Anchor(x: 0.2, y: 2)), .ring(0.5), .bottomEdge, .topEdge, .leftEdge, .rightEdge,
    .everywhere,
    .brightParts(of: "a.jpg"),
  ]
  private static let forces: [ParticleForce] = [
    .gravity(100), .wind(x: 10, y: -5), .swirl(.degrees(90)), .turbulence(5),
    .attraction(on: SongMoments([0.5, 1])), .burst(from: .bottom, on: SongMoments([0.7]), over: 1),
  ]

  private func sparks(of drawing: Drawing) -> [Spark] {
    drawing.marks.flatMap { mark -> [Spark] in
      if case .lights(let lights, _, _, _) = mark { lights.sparks } else { [] }
    }
  }

  @Test("are the same whichever frame is asked for first", arguments: sources.indices)
  func pure(index: Int) throws {
    func graph() throws -> FrameGraph {
      try Sketch(.small) {
        Visualizer(Self.song).style(
          .particles(
            on: SongMoments([0, 0.5, 1]), from: Self.sources[index], streak: 0.1, forces: Self.forces))
        Visualizer(Self.song).style(.stream(from: Self.sources[index], forces: Self.forces))
        Soundtrack(Self.song)
      }.graph()
    }
    let (forwards, backwards) = (try graph(), try graph())
    let frames = (0..<15).map { FrameIndex($0) }
    let first = frames.map { forwards.drawing(at: $0) }
    let second = Array(frames.reversed().map { backwards.drawing(at: $0) }.reversed())
    #expect(first == second)
    #expect(first.contains { !sparks(of: $0).isEmpty })
  }

  @Test("rise from the lower edge, fly outwards from a ring, and fall by gravity")
  func ways() throws {
    func swarm(_ style: VisualizerStyle) throws -> [Spark] {
      sparks(of: try Sketch(.small) { Visualizer().style(style) }.graph().drawing(at: 5))
    }
    func stream(_ source: ParticleSource, _ forces: [ParticleForce] = []) -> VisualizerStyle {
      .stream(perSecond: 60, size: 2, reach: 20, life: 1, from: source, streak: 0.2, forces: forces)
    }
    let rising = try swarm(stream(.bottomEdge))
    #expect(!rising.isEmpty)
    for spark in rising { #expect(spark.head.y <= spark.tail.y) }
    let falling = try swarm(stream(.topEdge, [.gravity(500)]))
    #expect(!falling.isEmpty)
    for spark in falling { #expect(spark.head.y >= spark.tail.y) }
    let canvas = Canvas.small.size
    func far(_ point: Point) -> Double {
      let (x, y) = (point.x - Double(canvas.width) / 2, point.y - Double(canvas.height) / 2)
      return (x * x + y * y).squareRoot()
    }
    let ring = try swarm(stream(.ring(0.5)))
    #expect(!ring.isEmpty)
    for spark in ring { #expect(far(spark.head) >= far(spark.tail) - 0.01) }
    let moments = SongMoments([0])
    let free = try swarm(stream(.everywhere))
    let drawn = try swarm(stream(.everywhere, [.attraction(0.5, on: moments, over: 4)]))
    func mean(_ sparks: [Spark]) -> Double {
      sparks.reduce(0) { $0 + far($1.head) } / Double(max(1, sparks.count))
    }
    #expect(mean(drawn) < mean(free))
  }

  @Test("are never more than can be painted soon")
  func most() throws {
    let graph = try Sketch(.small) {
      Visualizer().style(.stream(perSecond: 2000, reach: 1, life: 60))
      Visualizer(Self.song).style(
        .particles(
          on: SongMoments((0..<200).map { SongTime(Time(ticks: Int64($0))) }), count: 500, reach: 1))
    }.graph()
    for mark in graph.drawing(at: 1).marks {
      guard case .lights(let lights, _, _, _) = mark else { continue }
      #expect(lights.sparks.count <= 4000 && lights.sparks.count > 1000)
    }
  }

  @Test("need no song; what follows one does")
  func soundless() {
    #expect(Sketch { Visualizer().style(.stream()) }.dump().contains("particles"))
    #expect(
      Sketch { Visualizer().style(.bars()) }.dump().hasPrefix(
        "error: a visualizer without a song has nothing to show"))
    #expect(
      Sketch { Visualizer().style(.stream(perSecond: 0)) }.dump().hasPrefix(
        "error: 0 particles a second can't be drawn"))
    #expect(
      Sketch { Visualizer().style(.stream(from: .brightParts(of: "gone.jpg"))) }.dump().hasPrefix(
        "error: there is no"))
  }
}

@Suite("A canvas that loops")
struct LoopTests {
  private static func film(_ canvas: Canvas) -> Sketch {
    Sketch(canvas.lasting(2)) {
      Rectangle().fill(.red).frame(width: 10, height: 10).wiggling(x: 9, y: 5, degrees: 4, every: 0.7)
      Rectangle().opacity(.noise(0, 1, every: 0.3, seed: 4)).shaking(by: 3)
      Visualizer().style(.stream(perSecond: 37.3, life: 3, streak: 0.1, forces: [.turbulence(9)]))
      Solid(.gold).frame(width: 5, height: 5).lightLeaking()
    }
  }

  /// What is seen as far after the begin as the film lasts: the frame after the last one.
  private func after(_ canvas: Canvas) throws -> (first: Drawing, last: Drawing, next: Drawing) {
    let frames = try Self.film(canvas).graph()
    let timeline = try #require(Self.film(canvas).lowered().timeline)
    var longer = timeline
    longer.frameCount += 1
    for index in longer.clips.indices {
      let turn = longer.clips[index].turn.lowerBound..<FrameIndex(longer.frameCount)
      (longer.clips[index].turn, longer.clips[index].frames) = (turn, turn)
    }
    let graph = FrameGraph(longer)
    let end = FrameIndex(timeline.frameCount)
    return (frames.drawing(at: 0), graph.drawing(at: FrameIndex(end.value - 1)), graph.drawing(at: end))
  }

  @Test("leads from its last frame into its first: noise, wiggling, shaking, light leaks and particles")
  func seamless() throws {
    let loop = try after(.small.looping())
    #expect(loop.next == loop.first)
    #expect(loop.last != loop.first)
    let once = try after(.small)
    #expect(once.next != once.first)
  }
}
