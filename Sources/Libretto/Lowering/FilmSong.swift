import Primitives

/// The song whose beats are the film's, and when it plays.
struct FilmSong {
  let sound: SoundPayload
  /// Where in the film the song's own beginning would be; before zero if the film starts inside it.
  let origin: Time
  /// How many times as fast as recorded it plays.
  let speed: Double

  init(_ sound: SoundPayload, origin: Time, speed: Double) {
    self.sound = sound
    self.origin = origin
    self.speed = speed
  }

  var song: Song { sound.song }

  /// The first soundtrack's song, in layers whose container begins at a time.
  ///
  /// Starts count as far as they are said in seconds and frames: what is said in beats needs the song.
  init?(first layers: Layers, from begin: Time = .zero, rate: FrameRate) {
    for layer in layers {
      let shift = layer.timing.start.shift
      let start = begin + shift.time + rate.start(of: FrameIndex(shift.frames))
      guard let song = layer.payload.song(from: start, rate: rate) else { continue }
      self = song
      return
    }
    return nil
  }

  /// A bare one plays with the whole series, another one with its turn.
  init?(firstOfSeries children: Layers, from begin: Time, rate: FrameRate) {
    for (index, child) in children.enumerated() {
      var turn = child
      if !child.payload.isSound { turn.timing.start = .start }
      guard let inner = FilmSong(first: [turn], from: begin, rate: rate) else { continue }
      let before = children[..<index].filter { !$0.payload.isSound }
      guard !child.payload.isSound, let last = before.last else {
        self = inner
        return
      }
      // Lengths in beats need the song's tempo only, not where it begins.
      let clock = FilmClock(rate: rate, song: inner, log: DiagnosticLog())
      let end = clock.naturalEnd(ofTurns: before, from: .zero) ?? .zero
      let wait = end - SeriesPlan.overlap(last, child, clock: clock)
      self.init(inner.sound, origin: inner.origin + wait, speed: inner.speed)
      return
    }
    return nil
  }

  func filmTime(of songTime: SongTime) -> Time { origin + filmLength(of: songTime) }

  /// How long a stretch of the song lasts in the film.
  func filmLength(of songTime: SongTime) -> Time {
    speed == 1 ? songTime.time : songTime.time / speed
  }

  /// How much of the song is heard within a stretch of the film.
  func songLength(of filmTime: Time) -> SongTime {
    SongTime(speed == 1 ? filmTime : filmTime * speed)
  }

  /// Where the song is while a clock runs that is zero at a time of the film.
  func clock(from time: Time) -> SongClock {
    let start = speed == 1 ? time - origin : (time - origin) * speed
    guard let facts = song.facts else { return SongClock(start: start, speed: speed) }
    let end = sound.from + sound.extent(of: facts)
    return SongClock(
      start: start, speed: speed, heard: sound.from.time..<end.time, isLooped: sound.passes != 1)
  }
}

extension FilmSong {
  /// The same in something that plays at another speed from a time on, by whose own clock it is.
  func replayed(at pace: Double, from begin: Time) -> FilmSong {
    FilmSong(sound, origin: begin + origin / pace, speed: speed * pace)
  }

  /// The same by a clock that is zero at a time.
  func moved(toClockFrom begin: Time) -> FilmSong {
    FilmSong(sound, origin: origin - begin, speed: speed)
  }
}
