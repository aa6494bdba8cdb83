import Primitives
import Timeline

extension ReplayPayload {
  /// What is replayed, by a clock of its own.
  struct Inside {
    /// By the clock inside.
    var lowering: Lowering
    /// How long it plays once, and that only if it ends by itself; nil if it lasts as long as it is given.
    var round: Time?
    var own: Time?
  }

  /// The song is where it would be if this simply played.
  func inside(on stage: Stage, by lowering: Lowering) -> Inside {
    let rate = lowering.canvas.rate
    let begin = rate.start(of: stage.firstFrame)
    var inner = lowering
    inner.clock.song =
      FilmSong(first: [child], from: .zero, rate: rate) ?? lowering.clock.song?.moved(toClockFrom: begin)
    inner.clock.begin = lowering.clock.begin + begin
    let round = lowering.clock.round(of: child, from: stage.begin)
    return Inside(lowering: inner, round: round, own: lowering.clock.ends(child) ? round : nil)
  }

  /// How it is replayed, and how long it then plays once; nil, and reported, if it can't be.
  func course(
    on stage: Stage, _ inside: Inside, by lowering: Lowering
  ) -> (ReplayCourse.Manner, length: Time)? {
    let given = max(.zero, stage.seen.length)
    let result: (ReplayCourse.Manner, Time)?
    switch manner {
    case .paced(let speed, _):
      SpeedCheck(what: "this", hint: ".reversed() plays backwards, .frozen(at:) stands still")
        .check(speed, at: child.site, lowering.authoring.log)
      let course = course(speed, on: stage, by: lowering)
      result = (.paced(course), inside.own ?? min(Self.longest, course.played(at: given)))
    case .reversed: result = (.reversed, inside.own ?? given)
    case .looped(let loop): result = looped(loop, inside, given, by: lowering)
    case .frozen(let moment): result = frozen(at: moment, inside, given, by: lowering)
    }
    guard let result else { return nil }
    guard result.1 <= Self.longest else {
      lowering.report("what is replayed here lasts \(result.1) s", at: child.site, "a day is the limit")
      return nil
    }
    return result
  }

  private func course(_ speed: Animated<Double>, on stage: Stage, by lowering: Lowering) -> ClipCourse {
    if let steadySpeed { return .steady(steadySpeed) }
    guard !speed.isConstant else { return .steady(1) }
    var outer = stage
    outer.site = child.site
    let curve = lowering.curve(speed, or: 1, on: outer)
    return .ramp(curve, during: stage.seen.length + lowering.canvas.rate.start(of: 1))
  }

  private func looped(
    _ loop: Loop, _ inside: Inside, _ given: Time, by lowering: Lowering
  ) -> (ReplayCourse.Manner, Time)? {
    if let times = loop.loop.passes, times < 1 {
      lowering.report(
        "this can't play \(times) times", at: child.site, ".looping(times: 2) plays it twice")
    }
    // What is held at its end needs no end.
    guard let round = inside.round ?? (loop.loop == .once ? given : nil) else {
      lowering.report(
        "nothing says how long this is before it begins again", at: child.site, ".lasting(2).looping()")
      return nil
    }
    guard lowering.canvas.rate.boundary(nearest: round) > .zero else {
      lowering.report(
        "this begins again after \(round) s, which is less than a frame", at: child.site,
        "let it last longer")
      return nil
    }
    return (.looped(loop.loop), inside.own ?? round)
  }

  private func frozen(
    at moment: Moment, _ inside: Inside, _ given: Time, by lowering: Lowering
  ) -> (ReplayCourse.Manner, Time)? {
    let rate = lowering.canvas.rate
    let length = inside.own ?? given
    let whole = Turn(begin: .zero, end: length)
    let time = inside.lowering.clock.time(moment, within: whole, at: child.site)
    let isEnd = moment.origin == .end && time == length
    // What was said by hand is a rounded number.
    let frame = rate.frame(
      at: isEnd ? time - Time(ticks: 1) : time + Time(ticks: Time.ticksPerSecond / 2000))
    guard time >= .zero, isEnd || time < inside.own ?? Self.longest else {
      let end = inside.own.map { ", and it ends after \($0)" } ?? ""
      lowering.report(
        "this can't be frozen at \(time) s", at: child.site,
        "it begins at 0\(end): .frozen(at: .end) is its last moment")
      return nil
    }
    let open = min(Self.longest, max(given, rate.start(of: frame.advanced(by: 1))))
    return (.frozen(frame), inside.own ?? open)
  }

  /// What stands still for long at its end was rarely meant to.
  func checkEnd(on stage: Stage, by lowering: Lowering) {
    switch manner {
    case .looped, .frozen: return
    case .paced, .reversed: break
    }
    let clock = lowering.clock
    guard clock.ends(child), let length = length(from: stage.begin, by: clock), length > .zero,
      stage.seen.length - length > Time(seconds: 0.5)
    else { return }
    lowering.authoring.log.report(
      .warning(
        "this is over after \(length) s, and stands still for the \(stage.seen.length - length) s left",
        at: child.site, hints: ".looping() plays on; .looping(.hold) says that it is meant so"))
  }

  static let longest = Time.seconds(86_400)
}
