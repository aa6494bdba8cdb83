/// A song: an audio file, and what is known of its beats and sections.
///
/// What you say of them counts; what you leave open is heard in the song, once it is asked for. Beats count
/// from 1 at the first downbeat. Each section lasts until the next one, the last one to the song's end.
public struct Song: Sendable {
  package let path: String
  package let site: Site
  /// As the author said it, whether it makes a grid or not.
  package let tempo: Double?
  private let firstDownbeat: SongTime
  package let beatsPerBar: Int
  /// Where corrections of what is heard stand.
  private let corrections: AssetPath?
  /// As the author said them.
  private let namedSections: [HeardSong.Part]
  private let sheet: LyricSheet?

  /// - Parameters:
  ///   - path: the file, from the Swift file's folder.
  ///   - tempo: beats a minute; heard if nil.
  ///   - firstDownbeat: where beat 1 falls; has a say only together with a tempo.
  ///   - beatsPerBar: has a say only together with a tempo.
  ///   - sections: where each begins.
  ///   - sheet: a lyric sheet whose markers are the sections.
  ///   - corrections: a file with beats that win over what is heard, as `analyze --beats-from` reads it.
  public init(
    _ path: String, tempo: Double? = nil, firstDownbeat: SongTime = 0, beatsPerBar: Int = 4,
    sections: KeyValuePairs<String, SongTime> = [:], sectionsFrom sheet: LyricSheet? = nil,
    beatsFrom corrections: String? = nil, file: String = #filePath, line: Int = #line
  ) {
    self.path = path
    site = Site(file: file, line: line)
    self.tempo = tempo
    self.firstDownbeat = firstDownbeat
    self.beatsPerBar = beatsPerBar
    self.corrections = corrections.map { AssetPath($0, from: Site(file: file, line: line)) }
    self.sheet = sheet
    namedSections = sections.map { HeardSong.Part(name: $0.key, start: $0.value.time) }
      .sorted { $0.start < $1.start }
  }

  /// Where beats are: as the author said, else as they were heard.
  package var grid: SongGrid? {
    guard let tempo else {
      return Authoring.current?.memory.grids.known(for: .init(song: assetPath, corrections: corrections)) {
        heard.flatMap { SongGrid(heard: $0) }
      }
    }
    guard tempo > 0, tempo < 10_000, beatsPerBar > 0, beatsPerBar < 1000 else { return nil }
    return SongGrid(firstDownbeat: firstDownbeat, beatsPerMinute: tempo, beatsPerBar: beatsPerBar)
  }

  /// As the author said them, or as a lyric sheet has them.
  package var saidSections: [HeardSong.Part] {
    namedSections.isEmpty ? sheet.map(LyricSheet.sections(of:)) ?? [] : namedSections
  }

  /// As they were said, else as they were heard.
  package var sections: [HeardSong.Part] {
    let said = saidSections
    return said.isEmpty ? heard?.sections ?? [] : said
  }

  /// From the first sample to the last.
  public var length: SongTime { SongTime(facts?.length ?? .zero) }

  /// Where a beat falls; the first is 1.
  public func beat(_ number: Double, file: String = #filePath, line: Int = #line) -> Moment {
    let grid = grid(for: "beats", at: Site(file: file, line: line))
    return grid.map { Moment(origin: .song($0.start(ofBeat: number))) } ?? .lost
  }

  /// A bar; the first is 1.
  public func bar(_ number: Int, file: String = #filePath, line: Int = #line) -> Passage {
    let grid = grid(for: "bars", at: Site(file: file, line: line))
    guard let grid else {
      return Passage(name: "bar \(number)", from: .zero, to: length, song: nil, isLost: true)
    }
    return bar(number, of: grid)
  }

  /// The whole bars of the song, in order.
  public func bars(file: String = #filePath, line: Int = #line) -> [Passage] {
    guard let grid = grid(for: "bars", at: Site(file: file, line: line)) else { return [] }
    let starts = grid.downbeats(until: length)
    let first = starts.first.map { $0 - grid.start(ofBar: 1) } ?? .zero
    // What lies before zero has no bar; its number counts all the same.
    let skipped = grid.time(ofBars: 1) > .zero ? Int((first / grid.time(ofBars: 1)).rounded()) : 0
    return starts.indices.map { bar(skipped + $0 + 1, of: grid) }.filter { $0.to <= length }
  }

  /// The whole bars of the song, in order.
  public var bars: [Passage] { bars(file: site.file, line: site.line) }

  /// A section by its name; the second argument counts sections of the same name from 1.
  public func section(
    _ name: String, _ occurrence: Int = 1, file: String = #filePath, line: Int = #line
  ) -> Passage {
    let (starts, length) = (sections.map { SongTime($0.start) }, length)
    let lookup = SectionLookup(
      owner: path,
      sections: zip(sections, starts.indices).map {
        SectionLookup.Section(
          name: $0.name, start: starts[$1], end: $1 + 1 < starts.count ? starts[$1 + 1] : length)
      }, naming: "name them: Song(\"\(path)\", sections: [\"\(name)\": 12.5])")
    let found = lookup.section(name, occurrence, at: Site(file: file, line: line))
    return Passage(
      name: found?.name ?? name, from: found?.start ?? .zero, to: found?.end ?? length, song: self,
      isLost: found == nil)
  }
}

extension Song {
  /// All beats, in order.
  public var beats: SongMoments { moments("beats") { $0.beats(until: length) } }
  /// The first beats of all bars.
  public var downbeats: SongMoments { moments("bars") { $0.downbeats(until: length) } }
  /// Where something begins to sound; in one range of frequencies, or anywhere.
  public func onsets(in band: SongBand? = nil) -> SongMoments {
    let onsets = heard?.onsets ?? []
    return SongMoments(
      onsets.filter { onset in band.map(onset.bands.contains) ?? true }.map { SongTime($0.time) })
  }
  /// Where it is suddenly louder.
  public var hits: SongMoments { SongMoments((heard?.hits ?? []).map(SongTime.init)) }
  /// Where all comes back at once after little.
  public var drops: SongMoments { SongMoments((heard?.drops ?? []).map(SongTime.init)) }

  /// One of the drops, counted from 1.
  public func drop(_ number: Int = 1, file: String = #filePath, line: Int = #line) -> Moment {
    let drops = drops
    guard number >= 1, number <= drops.count else {
      Authoring.current?.log.report(
        .error(
          "\(path) has \(drops.count == 0 ? "no drop" : "\(drops.count) drops, not \(number)")",
          at: Site(file: file, line: line), hints: "libretto analyze \(path) lists its moments"))
      return .lost
    }
    return drops[number - 1]
  }

  /// How loud it is, all of it or one range of frequencies.
  public func energy(of band: SongBand) -> SongCurve {
    SongCurve(values: heard?.bands[band] ?? [], rate: heard?.energyRate ?? 1, of: self)
  }
  /// How loud all of it is, 0 to 1.
  public var energy: SongCurve {
    SongCurve(values: heard?.energy ?? [], rate: heard?.energyRate ?? 1, of: self)
  }

  private func moments(_ what: String, _ times: (SongGrid) -> [SongTime]) -> SongMoments {
    SongMoments(grid(for: what, at: site).map(times) ?? [])
  }
}

extension Song {
  /// How much of it a length is: seconds are its own, beats and bars are counted by its own grid.
  func time(_ length: Length, at site: Site) -> SongTime {
    var time = SongTime(length.time) + length.songTime
    if length.beats != 0 || length.bars != 0, let grid = grid(for: "beats", at: site) {
      time = time + grid.time(ofBeats: length.beats) + grid.time(ofBars: length.bars)
    }
    return time
  }

  package var assetPath: AssetPath { AssetPath(path, from: site) }

  /// What the file says, asked once it is needed; a file that can't be read is reported.
  package var facts: SongFacts? {
    guard let authoring = Authoring.current else { return nil }
    return authoring.asking(at: site) { () throws(Problem) in try authoring.resources.song(assetPath) }
  }

  private func bar(_ number: Int, of grid: SongGrid) -> Passage {
    Passage(
      name: "bar \(number)", from: grid.start(ofBar: Double(number)),
      to: grid.start(ofBar: Double(number) + 1), song: self)
  }

  /// What was heard in it, once it is asked for; a song that can't be heard is reported.
  package var heard: HeardSong? {
    guard let authoring = Authoring.current else { return nil }
    return authoring.asking(at: site) { () throws(Problem) in
      try authoring.resources.hearing(assetPath, beatsFrom: corrections)
    }
  }

  private func grid(for what: String, at site: Site) -> SongGrid? {
    let grid = grid
    if grid == nil { Authoring.current?.log.report(Diagnostic(.error, unknown(what), at: site)) }
    if tempo == nil, let heard, !heard.isTrusted {
      Authoring.current?.log.report(
        .warning(
          "the \(what) of \(path) can't be heard clearly", at: site,
          hints: "look at them: libretto analyze \(path) --plot song.png",
          "say them: Song(\"\(path)\", tempo: 120, firstDownbeat: 0.5)"))
    }
    return grid
  }

  /// Why beats or bars can't be counted.
  package func unknown(_ what: String) -> Problem {
    guard let tempo else {
      return Problem(
        .badInput, "the \(what) of \(path) aren't known",
        hints: "say its tempo where the song is named: Song(\"\(path)\", tempo: 120, firstDownbeat: 0)")
    }
    return Problem(
      .badInput,
      "the \(what) of \(path) can't be counted at a tempo of \(tempo.brief) and \(beatsPerBar) to the bar",
      hints: "a tempo is above 0 and below 10000 beats a minute, and a bar has 1 to 999 of them")
  }
}
