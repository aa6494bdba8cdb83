import Primitives
import Timeline

extension FilmClock {
  /// How long a replay lasts by itself; nil if as long as it is given.
  func length(of replay: ReplayElement, _ child: Layer, from begin: Time) -> Time? {
    round(of: child, from: begin).flatMap { length(of: replay, round: $0, at: child.site) }
  }

  /// How long something plays once that begins at a time; nil if it lasts as long as it is given.
  ///
  /// The song is where it would be if that simply played; a song of its own counts more than the film's.
  func round(of child: Layer, from begin: Time) -> Time? {
    var clock = self
    clock.song = FilmSong(first: [child], from: begin, rate: rate) ?? song
    return clock.naturalEnd(of: child, from: begin).map { $0 - begin }
  }

  func length(of replay: ReplayElement, round: Time, at site: Site) -> Time? {
    switch replay.manner {
    case .paced(let speed, _):
      if let steady = replay.steadySpeed { return round / steady }
      // A speed that can't be is reported where it is lowered.
      guard !speed.isConstant else { return round }
      return curve(speed, at: site).flatMap { ClipCourse.time(toPlay: round, at: $0) }
    case .reversed: return round
    case .looped(let loop): return loop.loop.passes.map { round * Double(max(1, $0)) }
    case .frozen: return nil
    }
  }

  /// Whether something ends by itself, with all that is in it, however long it is given.
  func ends(_ layer: Layer) -> Bool {
    if layer.timing.isSaid { return !layer.timing.fillsTheRest && layer.timing.until?.origin != .end }
    switch layer.content {
    case .sound(let sound): return !sound.isLooped
    case .captions, .nested: return true
    case .video(let video): return video.length(at: layer.site, clock: self) != nil
    case .replay(let replay, let child): return replay.endsWithItsElement && ends(child)
    case .solid, .image, .text, .counter, .shape, .piece, .group, .stack, .series, .grid, .padded,
      .neighbour, .mix:
      break
    }
    switch layer.content.cast {
    case .together(let children), .inTurn(let children):
      let players = children.filter { !$0.isSound }
      return !children.isEmpty && (players.isEmpty ? children : players).allSatisfy(ends)
    case nil: return false
    }
  }
}

extension ReplayElement {
  fileprivate var endsWithItsElement: Bool {
    switch manner {
    case .paced, .reversed: true
    case .looped(let loop): loop.loop.passes != nil
    case .frozen: false
    }
  }
}

extension FilmSong {
  /// The same, standing in something that is replayed from a time on, by whose own clock it is.
  func replayed(_ replay: ReplayElement, from begin: Time) -> FilmSong {
    let pace = replay.steadySpeed ?? 1
    return FilmSong(sound, origin: begin + origin / pace, speed: speed * pace)
  }

  /// The same by a clock that is zero at a time.
  func moved(toClockFrom begin: Time) -> FilmSong {
    FilmSong(sound, origin: origin - begin, speed: speed)
  }
}
