import Primitives
import Timeline

/// Something that is replayed, on its way to a clock of its own.
struct ReplayLowering {
  private let replay: ReplayElement
  private let child: Layer
  private let turn: Turn
  private let firstFrame: FrameIndex
  private let outer: Lowering

  init(
    _ replay: ReplayElement, _ child: Layer, during turn: Turn, from firstFrame: FrameIndex,
    _ lowering: Lowering
  ) {
    self.replay = replay
    self.child = child
    self.turn = turn
    self.firstFrame = firstFrame
    outer = lowering
  }

  struct Inside {
    /// By the clock inside.
    var lowering: Lowering
    /// How long it plays once.
    var length: Time
    var course: ReplayCourse
  }

  /// Nil, and reported, if it can't be played so.
  var inside: Inside? {
    let rate = outer.canvas.rate
    var inner = outer
    let begin = rate.start(of: firstFrame)
    // The song is where it would be if this simply played.
    inner.clock.song =
      FilmSong(first: [child], from: .zero, rate: rate) ?? outer.clock.song?.moved(toClockFrom: begin)
    inner.clock.begin = outer.clock.begin + begin
    let round = outer.clock.round(of: child, from: turn.begin)
    let own = outer.clock.ends(child) ? round : nil
    guard let (manner, open) = manner(round: round, own: own, by: inner.clock) else { return nil }
    let length = own ?? open
    guard length <= ReplayLowering.longest else {
      report("what is replayed here lasts \(length) s", "a day is the limit")
      return nil
    }
    inner.clock.end = length
    return Inside(lowering: inner, length: length, course: ReplayCourse(manner, length: length, rate: rate))
  }

  /// How it is replayed; and how long it then plays once, if it lasts as long as it is given.
  private func manner(
    round: Time?, own: Time?, by clock: FilmClock
  ) -> (manner: ReplayCourse.Manner, open: Time)? {
    let given = max(.zero, turn.length)
    switch replay.manner {
    case .paced(let speed, _):
      SpeedCheck(what: "this", hint: ".reversed() plays backwards, .frozen(at:) stands still")
        .check(speed, at: child.site, outer.authoring.log)
      let course = course(speed)
      return (.paced(course), min(ReplayLowering.longest, course.played(at: given)))
    case .reversed: return (.reversed, given)
    case .looped(let loop):
      if let times = loop.loop.passes, times < 1 {
        report("this can't play \(times) times", ".looping(times: 2) plays it twice")
      }
      // What is held at its end needs no end.
      guard let round = round ?? (loop.loop == .once ? given : nil) else {
        report("nothing says how long this is before it begins again", ".lasting(2).looping()")
        return nil
      }
      guard outer.canvas.rate.boundary(nearest: round) > .zero else {
        report("this begins again after \(round) s, which is less than a frame", "let it last longer")
        return nil
      }
      return (.looped(loop.loop), round)
    case .frozen(let moment): return frozen(at: moment, own: own, by: clock, given)
    }
  }

  private func course(_ speed: Animated<Double>) -> ClipCourse {
    if let steady = replay.steadySpeed { return .steady(steady) }
    guard !speed.isConstant else { return .steady(1) }
    let curve = outer.curve(speed, or: 1, site: child.site, firstFrame: firstFrame, during: turn)
    return .ramp(curve, during: turn.length + outer.canvas.rate.start(of: 1))
  }

  private func frozen(
    at moment: Moment, own: Time?, by clock: FilmClock, _ given: Time
  ) -> (ReplayCourse.Manner, Time)? {
    let rate = outer.canvas.rate
    let length = own ?? given
    let time = clock.time(moment, within: Turn(begin: .zero, end: length), at: child.site)
    let isEnd = moment.origin == .end && time == length
    // What was said by hand is a rounded number.
    let frame = rate.frame(
      at: isEnd ? time - Time(ticks: 1) : time + Time(ticks: Time.ticksPerSecond / 2000))
    let open = min(ReplayLowering.longest, max(given, rate.start(of: frame.advanced(by: 1))))
    guard time >= .zero, isEnd || time < own ?? ReplayLowering.longest else {
      let end = own.map { ", and it ends after \($0)" } ?? ""
      report(
        "this can't be frozen at \(time) s", "it begins at 0\(end): .frozen(at: .end) is its last moment")
      return nil
    }
    return (.frozen(frame), open)
  }

  private static let longest = Time.seconds(86_400)

  private func report(_ message: String, _ hint: String) {
    outer.authoring.log.report(.error(message, at: child.site, hints: hint))
  }
}
