package import Primitives

/// What is seen when of clips that are played faster, backwards or again, as one does with a film.
///
/// They have a clock of their own, whose frames are as long as the film's. The first one begins at zero;
/// whatever ends, holds its last moment.
package struct ReplayCourse: Sendable {
  /// Its part is as long as the clips last once; their frames are what is nearest to it, at least one.
  package var warp: TimeWarp
  package var rate: FrameRate
  /// Where what they are laid out in is larger than their box, or smaller: both have one centre.
  package var parent: Size?

  package init(_ warp: TimeWarp, rate: FrameRate) {
    self.warp = warp
    self.rate = rate
    self.warp.grid = rate
  }

  package var length: Time { warp.length }

  /// Where the last frame of theirs ends.
  package var end: Time { rate.start(of: max(1, rate.boundary(nearest: length))) }

  /// What passes of their clock while so much of the film's does.
  package func seen(during film: Glimpse) -> Glimpse {
    let played = warp.pace.played(at: film.begin)
    if case .seconds = warp.pace { return held(Glimpse(begin: played, way: rate.start(of: 1))) }
    let round = warp.round(at: played)
    if round.isOver { return Glimpse(begin: round.goesBack ? .zero : lastMoment, way: .zero) }
    let first = warp.pace.played(at: film.first) - round.begin
    let last = warp.pace.played(at: film.last) - round.begin
    return held(
      round.goesBack ? Glimpse(from: end - first, to: end - last) : Glimpse(from: first, to: last))
  }

  /// Whether it begins again.
  package var hasRounds: Bool { warp.loop != .once }

  /// Which round begins with a frame of the film or goes on in it.
  package func round(at time: Time) -> Int64 {
    hasRounds ? warp.round(at: warp.pace.played(at: time)).number : 0
  }

  private var lastMoment: Time { end - Time(ticks: 1) }

  private func held(_ glimpse: Glimpse) -> Glimpse {
    if glimpse.begin >= end { return Glimpse(begin: lastMoment, way: .zero) }
    if glimpse.begin < .zero { return Glimpse(begin: .zero, way: .zero) }
    return glimpse
  }
}

extension ReplayCourse {
  /// How it plays, in a few words.
  func words(_ detail: DumpDetail) -> [String] {
    let bent = warp.words(detail)
    let words = ["replay"] + (bent.isEmpty ? ["once"] : bent)
    guard detail == .whole else { return words }
    return words + ["of \(length) at \(rate)"]
      + (parent.map { ["in \($0.width.brief)×\($0.height.brief)"] } ?? [])
  }
}
