import Primitives
import Timeline

extension ReplayPayload {
  func song(from begin: Time, rate: FrameRate) -> FilmSong? {
    FilmSong(first: [child], rate: rate)?.replayed(at: steadySpeed ?? 1, from: begin)
  }

  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    length(from: begin, by: clock).map { begin + $0 }
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool {
    switch manner {
    case .paced, .reversed: clock.ends(child)
    case .looped(let loop): loop.loop.passes != nil && clock.ends(child)
    case .frozen: false
    }
  }

  func stay(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    ends(at: site, by: clock) ? length(from: begin, by: clock) : nil
  }

  /// How long it lasts by itself; nil if as long as it is given.
  func length(from begin: Time, by clock: FilmClock) -> Time? {
    guard let round = clock.round(of: child, from: begin) else { return nil }
    switch manner {
    case .paced(let speed, _):
      if let steadySpeed { return round / steadySpeed }
      // A speed that can't be is reported where it is lowered.
      guard !speed.isConstant else { return round }
      return clock.curve(speed, at: child.site).flatMap { ClipCourse.time(toPlay: round, at: $0) }
    case .reversed: return round
    case .looped(let loop): return loop.loop.passes.map { round * Double(max(1, $0)) }
    case .frozen: return nil
    }
  }
}

extension FilmClock {
  /// How long something plays once that begins at a time; nil if it lasts as long as it is given.
  ///
  /// The song is where it would be if that simply played; a song of its own counts more than the film's.
  func round(of child: Layer, from begin: Time) -> Time? {
    var clock = self
    clock.song = FilmSong(first: [child], from: begin, rate: rate) ?? song
    return clock.naturalEnd(of: child, from: begin).map { $0 - begin }
  }
}
