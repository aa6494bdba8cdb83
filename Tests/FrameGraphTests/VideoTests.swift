import FrameGraph
import Libretto
import Rehearsal
import Testing
import Timeline

@Suite("The frames of a clip")
struct VideoTests {
  /// The frames a film on ten seconds shows, as `first` or `first+share`.
  private func frames(_ video: some Element, rate: FrameRate = 30, seconds: Double = 10) throws -> [String]
  {
    let layer = video.layer
    let film = Sketch(.landscape1080.frameRate(rate).lasting(seconds)) { layer }
    return try film.graph().drawings.map { drawing in
      drawing.marks.compactMap { mark in
        guard case .fill(_, .picture(let sample), _, let opacity) = mark, let frame = sample.source.frame
        else { return nil }
        return "\(frame)" + (opacity == 1 ? "" : "×\(opacity.brief)")
      }.joined(separator: "+")
    }
  }

  private static let usual = Stagehand.usual.clips

  /// The arguments of a clip, and the modifiers that say the same.
  static let spellings: [(Layer, Layer)] = [
    (Video("a.mp4", speed: 0.5).layer, Video("a.mp4").speed(0.5).layer),
    (Video("film.mp4", speed: 1.7).layer, Video("film.mp4").speed(1.7).layer),
    (
      Video("a.mp4", speed: .ramp(from: 0.2, to: 3, over: 2)).layer,
      Video("a.mp4").speed(.ramp(from: 0.2, to: 3, over: 2)).layer
    ),
    (Video("a.mp4", reversed: true).layer, Video("a.mp4").reversed().layer),
    (Video("a.mp4", loop: .repeat).layer, Video("a.mp4").looping().layer),
    (Video("a.mp4", loop: .repeat(times: 2)).layer, Video("a.mp4").looping(times: 2).layer),
    (Video("a.mp4", loop: .boomerang).layer, Video("a.mp4").looping(.boomerang).layer),
    (Video("a.mp4", freezeAt: 1.5).layer, Video("a.mp4").frozen(at: 1.5).layer),
    (
      Video("a.mp4", trim: 1.0..<2.0, speed: 0.5, reversed: true, loop: .repeat).layer,
      Video("a.mp4", trim: 1.0..<2.0).reversed().speed(0.5).looping().layer
    ),
  ]

  @Test("are the same however their playing is said", arguments: spellings.indices)
  func spelledTwice(index: Int) throws {
    let (arguments, modifiers) = Self.spellings[index]
    let (first, second) = (try frames(arguments), try frames(modifiers))
    #expect(first == second)
  }

  /// A clip, a film's rate, and the frames that are seen first.
  struct Showing: Sendable, CustomTestStringConvertible {
    let name: String
    let video: Video
    let rate: FrameRate
    let numbers: [Int]
    var testDescription: String { name }

    init(_ name: String, _ video: Video, _ rate: FrameRate, _ numbers: [Int]) {
      (self.name, self.video, self.rate, self.numbers) = (name, video, rate, numbers)
    }
  }

  static let showings: [Showing] = [
    Showing("each", Video("a.mp4"), 30, [0, 1, 2, 3, 4, 5, 6, 7, 8]),
    Showing("24 in 30", Video("film.mp4"), 30, [0, 1, 2, 2, 3, 4, 5, 6, 6, 7]),
    Showing("30 in 24", Video("a.mp4"), 24, [0, 1, 3, 4, 5, 6, 8, 9, 10]),
    Showing("30 in 15", Video("a.mp4"), 15, [0, 2, 4, 6, 8]),
    Showing("30 in 60", Video("a.mp4"), 60, [0, 0, 1, 1, 2, 2]),
    Showing("30 in 29.97", Video("a.mp4"), .ntsc, [0, 1, 2, 3, 4, 5]),
    Showing("half as fast", Video("a.mp4", speed: 0.5), 30, [0, 0, 1, 1, 2, 2]),
    Showing("a third as fast", Video("a.mp4", speed: 1.0 / 3), 30, [0, 0, 0, 1, 1, 1, 2]),
    Showing("twice as fast", Video("a.mp4", speed: 2), 30, [0, 2, 4, 6]),
    Showing("backwards", Video("a.mp4", reversed: true), 30, [119, 118, 117, 116]),
    Showing(
      "backwards, half as fast", Video("a.mp4", speed: 0.5, reversed: true), 30, [119, 119, 118, 118]),
    Showing("backwards, 30 in 15", Video("a.mp4", reversed: true), 15, [119, 117, 115]),
    Showing("a part", Video("a.mp4", trim: 0.1..<0.2, loop: .hold), 30, [3, 4, 5, 5, 5]),
    Showing("a part again", Video("a.mp4", trim: 0.1..<0.2, loop: .repeat), 30, [3, 4, 5, 3, 4, 5, 3]),
    Showing(
      "a part twice, then its end", Video("a.mp4", trim: 0.1..<0.2, loop: .repeat(times: 2)), 30,
      [3, 4, 5, 3, 4, 5, 5, 5]
    ),
    Showing(
      "there and back", Video("a.mp4", trim: 0.1..<0.2, loop: .boomerang), 30,
      [3, 4, 5, 5, 4, 3, 3, 4, 5, 5]
    ),
    Showing(
      "back and there, once",
      Video("a.mp4", trim: 0.1..<0.2, reversed: true, loop: .boomerang(times: 1)), 30,
      [5, 4, 3, 3, 4, 5, 5, 5]
    ),
    Showing("as the file says", Video("ever.gif"), 10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]),
    Showing("frozen", Video("a.mp4", freezeAt: 1.0 / 3), 30, [10, 10, 10]),
    Showing("timed", Video("a.mp4").playing(.keyframes([0: 0, 0.1: 0.2])), 30, [0, 2, 4, 6, 6]),
    Showing("timed backwards", Video("a.mp4").playing { 1 - $0 }, 30, [29, 28, 27]),
    Showing("timed by nonsense", Video("a.mp4").playing { $0 < 0.05 ? .nan : -.infinity }, 30, [0, 0, 0]),
    Showing(
      "ever slower", Video("a.mp4", speed: .keyframes([0: 2, 0.1: 2, 0.1001: 0.5])), 30,
      [0, 2, 4, 6, 6, 7, 7, 8, 8]
    ),
    Showing(
      "by a speed that stops", Video("a.mp4", speed: .keyframes([0: 1, 0.1: 1, 0.1001: 0])), 30,
      [0, 1, 2, 3, 3]
    ),
    Showing("faster than can be", Video("a.mp4", speed: .computed { _ in .infinity }), 30, [0, 119]),
  ]

  @Test("are those nearest in time", arguments: showings)
  func nearest(showing: Showing) throws {
    let found = try frames(showing.video.lasting(9), rate: showing.rate).prefix(showing.numbers.count)
    #expect(found == showing.numbers.map(String.init)[...])
  }

  @Test("are mixed where that is asked for, each by its nearness")
  func blended() throws {
    let film = try frames(Video("film.mp4").conformed(by: .blend)).prefix(6)
    #expect(film == ["0", "0+1×0.801", "1+2×0.602", "2+3×0.398", "3+4×0.199", "4"])
    let slow = try frames(Video("a.mp4", speed: 0.5).conformed(by: .blend))
    #expect(slow.prefix(4) == ["0", "0+1×0.5", "1", "1+2×0.5"])
    // Nothing comes after the last one.
    #expect(slow[237...239] == ["118+119×0.5", "119", "119"])
    let back = try frames(Video("a.mp4", speed: 0.5, reversed: true).conformed(by: .blend))
    #expect(back.prefix(4) == ["119", "119+118×0.5", "118", "118+117×0.5"])
  }

  @Test("don't tremble where a phone's times do")
  func unsteady() throws {
    var facts = try #require(VideoTests.usual["a.mp4"])
    let jitter: [Int64] = [0, 4, -3, 5, -5, 2, -4, 3]
    let starts = (0..<120).map { number in
      FrameRate(30).start(of: FrameIndex(number))
        + Time(ticks: jitter[number % 8] * Time.ticksPerSecond / 1000)
    }
    facts.index = ClipIndex(starts: starts, length: 4)
    let playback = ClipPlayback(TimeWarp(.steady(1), part: 0..<4))
    let frame = FrameRate(30).start(of: 1)
    let seen = (0..<120).map {
      playback.moment(at: FrameRate(30).start(of: FrameIndex($0)), lasting: frame, of: facts.index).frame
    }
    #expect(seen == (0..<120).map { FrameIndex($0) })
  }

  @Test("that are equal make equal drawings, so that they are painted once")
  func equal() throws {
    let film = Sketch(.small) { Video("a.mp4", trim: 0.1..<0.2, loop: .repeat) }
    let drawings = try film.graph().drawings
    #expect(Set(drawings.map(\.fingerprint)).count == 1)
    let other = Sketch(.small) { Video("film.mp4", trim: 0.1..<0.2, loop: .repeat) }
    #expect(try other.graph().drawings[0].fingerprint != drawings[0].fingerprint)
  }
}
