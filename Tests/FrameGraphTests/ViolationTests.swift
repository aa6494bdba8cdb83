import Libretto
import Primitives
import Rehearsal
import Testing
import Timeline

@Suite("What a timeline never contains")
struct ViolationTests {
  private typealias Edit = @Sendable (inout Timeline) -> Void

  private static let film = Sketch(.small) {
    Series {
      Solid(.red).lasting(1)
      Image("a.jpg").entering(.dissolve, over: 0.4)
    }
    Video("a.mp4")
    Text("one two").entering(.wipe(.left), over: 0.5)
    Rectangle().clipped(to: .path(Path(polygon: [.zero, Point(x: 1, y: 0), Point(x: 0, y: 1)]))).stepped(
      to: 5)
    Soundtrack(Song("song.ogg"))
  }

  /// The children of a film's first clip, which is a series.
  private static func series(_ edit: @escaping @Sendable (inout [Clip]) -> Void) -> Edit {
    { timeline in
      guard case .track(var clips) = timeline.clips[0].content else { return }
      edit(&clips)
      timeline.clips[0].content = .track(clips)
    }
  }

  private static let nowhere = Fingerprint(high: 0, low: 0)

  private static let edits: [(String, Edit)] = [
    ("a film of 0 frames", { $0.frameCount = 0 }),
    ("a film of 0×100 pixels", { $0.size.width = 0 }),
    ("a film at 0 frames a second", { $0.rate = FrameRate(0) }),
    ("no frames", { $0.clips[1].frames = 3..<3 }),
    ("seen in 0..<21, outside its turn of 0..<20", { $0.clips[1].frames = 0..<21 }),
    (
      "seen in 0..<21, outside of 0..<20",
      {
        $0.clips[1].turn = 0..<21
        $0.clips[1].frames = 0..<21
      }
    ),
    ("wipe left lasts 21 frames of 20", { $0.clips[2].entering?.frameCount = 21 }),
    ("wipe left lasts 0 frames of 20", { $0.clips[2].entering?.frameCount = 0 }),
    ("overlaps the one before by 4 frames, and enters by 0", series { $0[1].entering = nil }),
    ("overlaps the one before by 4 frames, and enters by 2", series { $0[1].entering?.frameCount = 2 }),
    ("enters by 12 frames over one of 10", series { $0[1].entering?.frameCount = 12 }),
    (
      "comes and goes in 22 frames of 20",
      { $0.clips[2].exiting = TransitionRun("fade", .fade, frameCount: 17) }
    ),
    ("the sound song.ogg goes on after the film", { $0.sounds[0].length = 9 }),
    ("begins before the one before", series { $0.swapAt(0, 1) }),
    ("begins before the one before last is over", series { $0.append($0[0]) }),
    ("a neighbour outside of a transition", { $0.clips[1].content = .neighbour(.before) }),
    (
      "a picture that wasn't found",
      series {
        guard case .picture(var asset, let fit, let move) = $0[1].content else { return }
        asset.facts.digest = nowhere
        $0[1].content = .picture(asset, fit: fit, move: move)
      }
    ),
    (
      "plays 0.000..<5.000 of a clip of 4.000 s",
      {
        guard case .video(let asset, let fit, let move, var playing) = $0.clips[1].content else { return }
        playing.part = 0..<5
        $0.clips[1].content = .video(asset, fit: fit, move: move, playing: playing)
      }
    ),
    (
      "a path off the grid of drawings",
      { $0.clips[3].look.clip = .path(Outline([.move(Point(x: 1.0 / 3, y: .nan))])) }
    ),
    ("steps of 0.000 s", { $0.clips[3].look.timeEffects = [.stepped(every: .zero)] }),
    (
      "a trail of 0 every 1.000 s",
      { $0.clips[3].look.timeEffects = [.trail(count: 0, delay: 1, decay: 1)] }
    ),
    (
      "a shutter open for nan, 2 times",
      { $0.clips[3].look.timeEffects = [.exposed(shutter: .nan, samples: 2)] }
    ),
    (
      "a matte with a softness of nan",
      {
        $0.clips[1].content = .mix(
          [], [], MatteRun(.even, softness: .nan, isReversed: false, progress: .constant(0)))
      }
    ),
    (
      "a matte of 0 parts",
      {
        let run = MatteRun(.checker(count: 0), softness: 0, isReversed: false, progress: .constant(0))
        $0.clips[1].content = .mix([], [], run)
      }
    ),
    (
      "replays 0.000 s",
      { $0.clips[1].content = .replay([], ReplayCourse(.reversed, length: .zero, rate: 10)) }
    ),
    (
      "replayed at 24 frames a second",
      { $0.clips[1].content = .replay([], ReplayCourse(.reversed, length: 1, rate: 24)) }
    ),
    ("the sound song.ogg wasn't found", { $0.sounds[0].digest = nowhere }),
    ("the sound song.ogg begins at 2.000, in a film of 2.000 s", { $0.sounds[0].start = 2 }),
    ("the sound song.ogg lasts 0.000 s", { $0.sounds[0].length = .zero }),
    ("the sound song.ogg plays 9 times as fast", { $0.sounds[0].treatment.speed = 9 }),
    (
      "the marker Coda is at 21, outside the film of 0..<20",
      { $0.markers = [Marker(name: "Coda", frame: 21)] }
    ),
  ]

  @Test("isn't in a sound one, and is found in one that has it", arguments: edits.indices)
  func finds(index: Int) throws {
    var timeline = try Self.film.timeline()
    #expect(timeline.violations == [])
    Self.edits[index].1(&timeline)
    let found = timeline.violations.map { $0.replacing(#/^[^ ]*swift:\d+: /#, with: "") }
    #expect(found.contains(Self.edits[index].0), "\(found)")
  }
}
