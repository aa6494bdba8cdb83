import Primitives
import Timeline

extension ReplayPayload {
  private var loop: TimeWarp.Loop { warp.loop?.loop ?? .once }

  func song(from begin: Time, rate: FrameRate) -> FilmSong? {
    FilmSong(first: [child], rate: rate)?.replayed(at: warp.steadySpeed ?? 1, from: begin)
  }

  func naturalEnd(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    length(from: begin, by: clock).map { begin + $0 }
  }

  func ends(at site: Site, by clock: FilmClock) -> Bool {
    !warp.isFrozen && loop.passes != nil && clock.ends(child)
  }

  func stay(from begin: Time, at site: Site, by clock: FilmClock) -> Time? {
    ends(at: site, by: clock) ? length(from: begin, by: clock) : nil
  }

  /// How long it lasts by itself; nil if as long as it is given.
  func length(from begin: Time, by clock: FilmClock) -> Time? {
    clock.round(of: child, from: begin).flatMap {
      warp.length(of: $0, loop, at: child.site, by: clock)
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
