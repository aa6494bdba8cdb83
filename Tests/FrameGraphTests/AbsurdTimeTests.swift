import FrameGraph
import Primitives
import Rehearsal
import Testing

@testable import Libretto

@Suite("Absurd times")
struct AbsurdTimeTests {
  /// Numbers of a film that nobody meant, a new one each time.
  private struct Dice {
    let noise: Noise
    /// Of how many numbers one is absurd.
    let calm: Int
    var throwsSoFar = 0

    private static let numbers: [Double] = [
      0, -0.0, 0.5, 1, 1.5, 2, 3, -1, 0.049, 0.05, 1e-12, 1e9, -1e9, 1e18, 1e300, .nan, .infinity,
      -.infinity,
    ]

    mutating func index(below count: Int) -> Int {
      throwsSoFar += 1
      return Int(noise.value(throwsSoFar) * Double(count))
    }

    mutating func number() -> Double {
      index(below: calm) > 0
        ? Double(index(below: 40)) / 10 : Self.numbers[index(below: Self.numbers.count)]
    }

    mutating func length() -> Length {
      switch index(below: 6) {
      case 0: .beats(number())
      case 1: .bars(number())
      case 2: .frames([1, 5, 12, 20, 0, -3, .max, .min][index(below: index(below: calm) > 0 ? 4 : 8)])
      case 3: .seconds(number()) * number()
      default: .seconds(number())
      }
    }

    mutating func moment() -> Moment {
      switch index(below: 6) {
      case 0: .beat(number())
      case 1: .bar(number())
      case 2: .end - length()
      default: .after(length())
      }
    }

    mutating func layer(depth: Int) -> Layer {
      var layer: Layer
      switch index(below: depth > 2 ? 4 : 7) {
      case 0: layer = Text("a").opacity(.ramp(from: 0, to: 1, over: length(), at: moment())).layer
      case 1: layer = Image("a.jpg").kenBurns(.zoomIn(number())).layer
      case 2:
        layer = Soundtrack(AbsurdTimeTests.song, from: .seconds(number())).fadingOut(over: length()).layer
      case 3: layer = Video("film.mp4", speed: number()).withSound().layer
      case 4: layer = Group { layers(depth: depth + 1) }.layer
      default: layer = Series { layers(depth: depth + 1) }.layer
      }
      if index(below: 3) == 0 { layer.timing.start = moment() }
      if index(below: 4) == 0 { layer = replay(of: Group(layer: layer)).layer }
      if index(below: 3) == 0 { layer.timing.length = length() }
      if index(below: 5) == 0 { layer.timing.until = moment() }
      let transitions: [Transition] = [
        .cut, .fade, .dissolve, .slide(.up), .wipe(.left), .whipPan(), .glitch(), .filmBurn(), .page(),
      ]
      if index(below: 3) == 0 {
        layer.entering = Layer.Entry(transition: transitions[index(below: 4)], length: length() * 0.1)
      }
      if index(below: 3) == 0 {
        layer.exiting = Layer.Entry(transition: transitions[index(below: 4)], length: length() * 0.1)
      }
      return layer
    }

    mutating func replay(of element: Group) -> Replay {
      let times = [1, 2, 3, 0, -3, .max, .min][index(below: index(below: calm) > 0 ? 3 : 7)]
      return switch index(below: 8) {
      case 0: element.speed(number())
      case 1: element.speed(.ramp(from: number(), to: number(), over: length()))
      case 2: element.reversed()
      case 3: element.looping(times: times)
      case 4: element.looping()
      case 5: element.looping(.boomerang(times: times))
      case 6: element.frozen(at: moment())
      default: element.reversed().speed(number() + 0.5).looping(.boomerang)
      }
    }

    mutating func layers(depth: Int) -> Layers { (0..<index(below: 5)).map { _ in layer(depth: depth) } }
  }

  private static let song = Song("song.ogg", tempo: 120, firstDownbeat: 0.5, sections: ["Verse": 2])

  @Test("are refused with a reason, or keep the promises of a timeline", arguments: 0..<10)
  func neverTrap(seed: UInt64) {
    var dice = Dice(noise: Noise(seed: seed), calm: [4, 30, 1000][Int(seed % 3)])
    var made = 0
    for trial in 0..<300 {
      let layers = dice.layers(depth: 0) + [Soundtrack(Self.song).layer]
      let canvas =
        trial % 2 == 0 ? Canvas.small.lasting(12) : Canvas.small.frameRate(.ntsc).lasting(dice.length() + 4)
      let log = DiagnosticLog()
      let film = Sketch(canvas) { layers }
      guard let timeline = try? film.lowered(named: "film", with: Stagehand.usual, reporting: log) else {
        #expect(log.hasErrors, "trial \(trial)")
        continue
      }
      made += 1
      #expect(timeline.violations.prefix(1) == [], "trial \(trial)")
      // The song lasts a minute.
      let strays = timeline.sounds.filter {
        $0.treatment.loop == nil && $0.from + $0.length * $0.treatment.speed > 60.1
      }
      #expect(strays == [], "trial \(trial)")
      let graph = FrameGraph(timeline)
      for step in 0..<5 { _ = graph.drawing(at: FrameIndex(step * timeline.frameCount / 5)).fingerprint }
    }
    #expect(made > 50)
  }
}
