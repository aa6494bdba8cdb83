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

  /// How it is replayed, and as its part how long it then plays once; nil, and reported, if it can't be.
  func timeWarp(on stage: Stage, _ inside: Inside, by lowering: Lowering) -> TimeWarp? {
    var outer = stage
    outer.site = child.site
    warp.check(
      "this", backwards: ".reversed() plays backwards, .frozen(at:) stands still",
      twice: ".looping(times: 2)", at: child.site, by: lowering)
    var pace = warp.pace(on: outer, by: lowering)
    let given = max(.zero, stage.seen.length)
    var open = min(Self.longest, pace.played(at: given))
    if let moment = warp.moment {
      guard let frame = frame(at: moment, inside, given, by: lowering) else { return nil }
      let rate = lowering.canvas.rate
      pace = .seconds(.constant(rate.start(of: frame).seconds))
      open = min(Self.longest, max(given, rate.start(of: frame.advanced(by: 1))))
    }
    if let loop = warp.loop {
      guard let round = round(of: loop, inside, given, by: lowering) else { return nil }
      open = round
    }
    let length = inside.own ?? open
    guard length <= Self.longest else {
      lowering.report("what is replayed here lasts \(length) s", at: child.site, "a day is the limit")
      return nil
    }
    var bent = TimeWarp(pace, part: .zero..<max(.zero, length))
    bent.isReversed = warp.isReversed
    bent.loop = warp.loop?.loop ?? .once
    return bent
  }

  private func round(
    of loop: Loop, _ inside: Inside, _ given: Time, by lowering: Lowering
  ) -> Time? {
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
    return round
  }

  /// The frame that is seen at a moment.
  private func frame(
    at moment: Moment, _ inside: Inside, _ given: Time, by lowering: Lowering
  ) -> FrameIndex? {
    let length = inside.own ?? given
    let whole = Turn(begin: .zero, end: length)
    let time = inside.lowering.clock.time(moment, within: whole, at: child.site)
    let isEnd = moment.origin == .end && time == length
    guard time >= .zero, isEnd || time < inside.own ?? Self.longest else {
      let end = inside.own.map { ", and it ends after \($0)" } ?? ""
      lowering.report(
        "this can't be frozen at \(time) s", at: child.site,
        "it begins at 0\(end): .frozen(at: .end) is its last moment")
      return nil
    }
    // What was said by hand is a rounded number.
    return lowering.canvas.rate.frame(
      at: isEnd ? time - Time(ticks: 1) : time + Time(ticks: Time.ticksPerSecond / 2000))
  }

  /// What stands still for long at its end was rarely meant to.
  func checkEnd(on stage: Stage, by lowering: Lowering) {
    let clock = lowering.clock
    guard warp.loop == nil, warp.moment == nil, clock.ends(child),
      let length = length(from: stage.begin, by: clock), length > .zero,
      stage.seen.length - length > Time(seconds: 0.5), !stage.isLost
    else { return }
    lowering.authoring.log.report(
      .warning(
        "this is over after \(length) s, and stands still for the \(stage.seen.length - length) s left",
        at: child.site, hints: ".looping() plays on; .looping(.hold) says that it is meant so"))
  }

  static let longest = Time.seconds(86_400)
}
