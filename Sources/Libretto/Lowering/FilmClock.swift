import Primitives
import Timeline

/// Turns what authors say about time into times of the film.
struct FilmClock {
  let rate: FrameRate
  var song: FilmSong?
  let log: DiagnosticLog
  var end = Time.zero
  /// Where in the film it is zero, if it is a clock inside of it.
  var begin = Time.zero
  /// What is heard, the earlier said first, once that is known.
  var heard: [SoundClip] = []

  /// How long a length is.
  func time(_ length: Length, at site: Site?) -> Time {
    var time = length.time + rate.start(of: FrameIndex(length.frames))
    var songTime = length.songTime
    if length.beats != 0 || length.bars != 0, let grid = grid(at: site) {
      songTime = songTime + grid.time(ofBeats: length.beats) + grid.time(ofBars: length.bars)
    }
    if songTime != .zero { time = time + (song?.filmLength(of: songTime) ?? songTime.time) }
    return time
  }

  /// How much of the song is heard meanwhile.
  func songTime(during length: Length, at site: Site?) -> SongTime {
    let time = time(length, at: site)
    return song?.songLength(of: time) ?? SongTime(time)
  }

  /// When a moment is, for a container that plays during `turn`.
  func time(_ moment: Moment, within turn: Turn, at site: Site?) -> Time {
    origin(of: moment, within: turn, at: site) + time(moment.shift, at: site)
  }

  private func origin(of moment: Moment, within turn: Turn, at site: Site?) -> Time {
    switch moment.origin {
    case .start: turn.begin
    case .end: turn.end
    case .song(let time): song?.filmTime(of: time) ?? time.time
    case .film(let time): time
    case .beat(let number): songTime(at: site) { $0.start(ofBeat: number) }
    case .bar(let number): songTime(at: site) { $0.start(ofBar: number) }
    }
  }

  private func songTime(at site: Site?, _ time: (SongGrid) -> SongTime) -> Time {
    guard let song, let grid = grid(at: site) else { return .zero }
    return song.filmTime(of: time(grid))
  }

  /// Where a song is while a clock runs that is zero at a frame: one that isn't the film's as it is heard the
  /// first time. One that isn't heard is where the film's is, or as far as the film without one.
  func songClock(from frame: FrameIndex, of path: AssetPath?) -> SongClock {
    let start = rate.start(of: frame)
    if let path, path != song?.song.assetPath, let sound = heard.first(where: { $0.path == path }) {
      return sound.clock(from: start)
    }
    return song?.clock(from: start) ?? SongClock(start: begin + start)
  }

  var knowsBeats: Bool { song?.song.grid != nil }

  private func grid(at site: Site?) -> SongGrid? {
    guard let song = song?.song else {
      log.report(
        .error(
          "beats and bars need a song", at: site,
          hints: "add Soundtrack(Song(\"song.flac\", tempo: 120)), or say seconds"))
      return nil
    }
    if song.grid == nil { log.report(Diagnostic(.error, song.unknown("beats"), at: site)) }
    return song.grid
  }
}

extension FilmClock {
  /// How long the film is: as told, else as its songs, else as what is on stage.
  func filmLength(canvas: Canvas, layers: Layers) -> Time? {
    let site = canvas.site ?? layers.first?.site
    let length: Time
    if let told = canvas.length {
      length = time(told, at: site)
    } else {
      func end(of layers: Layers) -> Time? { layers.compactMap { naturalEnd(of: $0, from: .zero) }.max() }
      guard let last = end(of: layers.filter(\.payload.isSong)) ?? end(of: layers) else {
        if !log.hasErrors {
          log.report(
            .error(
              "nothing says how long the film is", at: site,
              hints: "add a Soundtrack, or say it: .landscape1080.lasting(10), or Image(…).lasting(4)"))
        }
        return nil
      }
      length = last
    }
    guard rate.boundary(nearest: length) > .zero else {
      if !log.hasErrors {
        log.report(
          .error("the film has no length: \(length) s", at: site, hints: "a film has at least one frame"))
      }
      return nil
    }
    guard length <= Time.seconds(86_400) else {
      log.report(.error("the film would last \(length) s", at: site, hints: "a day is the limit"))
      return nil
    }
    return length
  }

  /// When an element ends by itself; nil if it lasts as long as it is given.
  func naturalEnd(of layer: Layer, from begin: Time) -> Time? {
    if layer.timing.fillsTheRest { return nil }
    // The end of its container is what is asked for; nothing can be told from it.
    let container = Turn(begin: begin, end: begin)
    guard layer.timing.start.origin != .end, layer.timing.until?.origin != .end else { return nil }
    let start = time(layer.timing.start, within: container, at: layer.site)
    if let length = layer.timing.length { return start + time(length, at: layer.site) }
    if let until = layer.timing.until { return time(until, within: container, at: layer.site) }
    return layer.payload.naturalEnd(from: start, at: layer.site, by: self)
  }

  /// Whether something ends by itself, with all that is in it, however long it is given.
  func ends(_ layer: Layer) -> Bool {
    if layer.timing.isSaid { return !layer.timing.fillsTheRest && layer.timing.until?.origin != .end }
    return layer.payload.ends(at: layer.site, by: self)
  }

  /// Elements in turn end with the last of them; songs among them play from the begin, and other sounds
  /// as long as there is something else.
  func naturalEnd(ofSeries children: Layers, from begin: Time) -> Time? {
    let players = children.filter { !$0.payload.isSound }
    let songEnds = children.filter { players.isEmpty ? $0.payload.isSound : $0.payload.isSong }.compactMap {
      naturalEnd(of: $0, from: begin)
    }
    let last = players.isEmpty ? nil : naturalEnd(ofTurns: players, from: begin)
    return (songEnds + (last.map { [$0] } ?? [])).max()
  }

  /// When the last of elements in turn ends; nil if one of them lasts as long as it is given.
  func naturalEnd(ofTurns players: Layers, from begin: Time) -> Time? {
    var cursor = begin
    for (index, player) in players.enumerated() {
      let overlap = SeriesPlan.overlap(before: index, in: players, clock: self)
      guard let end = naturalEnd(of: player, from: cursor - overlap) else { return nil }
      cursor = end
    }
    return cursor
  }
}

extension SoundClip {
  /// Where it is in its file while a clock runs that is zero at a time of the film.
  fileprivate func clock(from time: Time) -> SongClock {
    let speed = treatment.speed
    return SongClock(
      start: from + (time - start) * speed, speed: speed,
      heard: treatment.loop ?? from..<(from + length * speed),
      isLooped: treatment.loop != nil)
  }
}
