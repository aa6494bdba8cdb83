package import Primitives

/// What is seen when of clips that are played faster, backwards or again, as one does with a film.
///
/// They have a clock of their own, whose frames are as long as the film's. The first one begins at zero;
/// whatever ends, holds its last moment.
package struct ReplayCourse: Sendable {
  package enum Manner: Sendable {
    case paced(ClipCourse)
    case reversed
    case looped(ClipPlayback.Loop)
    /// One frame of theirs, all the time.
    case frozen(FrameIndex)
  }

  package var manner: Manner
  /// How long the clips last once; their frames are what is nearest to it, at least one.
  package var length: Time
  package var rate: FrameRate
  /// Where the room they are laid out in is larger than their box, or smaller: both have one centre.
  package var room: Size?

  package init(_ manner: Manner, length: Time, rate: FrameRate) {
    self.manner = manner
    self.length = length
    self.rate = rate
  }

  /// Where the last frame of theirs ends.
  package var end: Time { rate.start(of: max(1, rate.boundary(nearest: length))) }

  /// What passes of their clock while so much of the film's does.
  package func seen(during film: Glimpse) -> Glimpse {
    switch manner {
    case .paced(let course):
      return held(Glimpse(from: course.played(at: film.first), to: course.played(at: film.last)))
    case .reversed: return held(Glimpse(from: end - film.first, to: end - film.last))
    case .looped(let loop):
      let round = round(at: film.begin, of: loop)
      if round.isOver { return Glimpse(begin: round.goesBack ? .zero : lastMoment, way: .zero) }
      let (first, last) = (film.first - round.begin, film.last - round.begin)
      return held(
        round.goesBack ? Glimpse(from: end - first, to: end - last) : Glimpse(from: first, to: last))
    case .frozen(let frame): return held(Glimpse(begin: rate.start(of: frame), way: rate.start(of: 1)))
    }
  }

  /// Whether it begins again.
  package var hasRounds: Bool { if case .looped(let loop) = manner { loop != .once } else { false } }

  /// Which round begins with a frame of the film or goes on in it: loops begin on whole frames, and don't
  /// drift, however long a round is.
  package func round(at time: Time) -> Int64 {
    if case .looped(let loop) = manner { round(at: time, of: loop).number } else { 0 }
  }

  private struct Round {
    var number: Int64
    var begin: Time
    var goesBack: Bool
    var isOver: Bool
  }

  private func round(at time: Time, of loop: ClipPlayback.Loop) -> Round {
    let length = max(length, Time(ticks: 1))
    func begin(_ number: Int64) -> Time {
      let ticks = Int64(clamping: Int128(number) * Int128(length.ticks))
      return rate.start(of: rate.boundary(nearest: Time(ticks: ticks)))
    }
    let half = Time(ticks: rate.start(of: 1).ticks / 2)
    var number = max(0, (time + half).ticks) / length.ticks
    if number > 0, begin(number) > time { number -= 1 }
    let pass = loop.pass(number)
    return Round(number: pass.number, begin: begin(number), goesBack: pass.goesBack, isOver: pass.isOver)
  }

  private var lastMoment: Time { end - Time(ticks: 1) }

  private func held(_ glimpse: Glimpse) -> Glimpse {
    if glimpse.begin >= end { return Glimpse(begin: lastMoment, way: .zero) }
    if glimpse.begin < .zero { return Glimpse(begin: .zero, way: .zero) }
    return glimpse
  }
}

extension ClipPlayback.Loop {
  /// One of the passes, counted from zero: which way it goes, and the last one where there are no more.
  package func pass(_ number: Int64) -> (number: Int64, goesBack: Bool, isOver: Bool) {
    let last = passes.map { Int64(max(1, $0)) - 1 } ?? .max
    let pass = min(number, last)
    if case .thereAndBack = self { return (pass, pass % 2 == 1, number > last) }
    return (pass, false, number > last)
  }
}

extension ReplayCourse {
  /// How it plays, in a few words.
  func words(_ detail: DumpDetail) -> [String] {
    let words =
      switch manner {
      case .paced(let course): ["replay", course.words(detail) ?? "speed 1"]
      case .reversed: ["replay", "reversed"]
      case .looped(let loop): ["replay", loop.words ?? "once"]
      case .frozen(let frame): ["replay", "frozen at \(rate.start(of: frame))"]
      }
    guard detail == .whole else { return words }
    return words + ["of \(length) at \(rate)"]
      + (room.map { ["room \($0.width.brief)×\($0.height.brief)"] } ?? [])
  }
}
