/// A song: an audio file, and what is known of its beats and sections.
///
/// Beats count from 1 at the first downbeat. Each section lasts until the next one, the last one to
/// the song's end.
public struct Song: Sendable {
  package let path: String
  package let site: Site
  package let grid: SongGrid?
  /// As the author said them, whether they make a grid or not.
  private let tempo: Double?
  private let beatsPerBar: Int
  package let sections: [(name: String, start: Time)]

  public init(
    _ path: String, tempo: Double? = nil, firstDownbeat: Time = 0, beatsPerBar: Int = 4,
    sections: KeyValuePairs<String, Time> = [:], file: String = #filePath, line: Int = #line
  ) {
    self.path = path
    site = Site(file: file, line: line)
    self.tempo = tempo
    self.beatsPerBar = beatsPerBar
    self.sections = sections.map { ($0.key, $0.value) }.sorted { $0.1 < $1.1 }
    grid = tempo.flatMap { tempo in
      guard tempo > 0, tempo < 10_000, beatsPerBar > 0, beatsPerBar < 1000 else { return nil }
      return SongGrid(firstDownbeat: firstDownbeat, beatsPerMinute: tempo, beatsPerBar: beatsPerBar)
    }
  }

  /// From the first sample to the last.
  public var length: Time { facts?.length ?? .zero }

  /// Where a beat falls; the first is 1.
  public func beat(_ number: Double, file: String = #filePath, line: Int = #line) -> Moment {
    let grid = grid(for: "beats", at: Site(file: file, line: line))
    // What was reported shall not look like a length of nothing too.
    return grid.map { Moment(origin: .song($0.start(ofBeat: number))) } ?? .end
  }

  /// A bar; the first is 1.
  public func bar(_ number: Int, file: String = #filePath, line: Int = #line) -> Passage {
    let grid = grid(for: "bars", at: Site(file: file, line: line))
    guard let grid else { return Passage(name: "bar \(number)", from: .zero, to: length, grid: nil) }
    return Song.bar(number, of: grid)
  }

  /// The whole bars of the song, in order.
  public func bars(file: String = #filePath, line: Int = #line) -> [Passage] {
    guard let grid = grid(for: "bars", at: Site(file: file, line: line)) else { return [] }
    let count = (length - grid.firstDownbeat) / grid.time(ofBars: 1)
    return count >= 1 ? (1...Int(min(count, 100_000))).map { Song.bar($0, of: grid) } : []
  }

  /// The whole bars of the song, in order.
  public var bars: [Passage] { bars(file: site.file, line: site.line) }

  /// A section by its name; the second argument counts sections of the same name from 1.
  public func section(
    _ name: String, _ occurrence: Int = 1, file: String = #filePath, line: Int = #line
  ) -> Passage {
    let matching = sections.indices.filter { sections[$0].name.lowercased() == name.lowercased() }
    guard occurrence >= 1, occurrence <= matching.count else {
      reportMissingSection(name, occurrence, of: matching.count, at: Site(file: file, line: line))
      return Passage(name: name, from: .zero, to: length, grid: grid)
    }
    let index = matching[occurrence - 1]
    let end = index + 1 < sections.count ? sections[index + 1].start : length
    return Passage(name: sections[index].name, from: sections[index].start, to: end, grid: grid)
  }
}

extension Song {
  package var assetPath: AssetPath { AssetPath(path, from: site) }

  /// What the file says, asked once it is needed; a file that can't be read is reported.
  package var facts: SongFacts? {
    guard let authoring = Authoring.current else { return nil }
    do {
      return try authoring.resources.song(assetPath)
    } catch {
      authoring.log.report(Diagnostic(.error, error, at: site))
      return nil
    }
  }

  private static func bar(_ number: Int, of grid: SongGrid) -> Passage {
    Passage(
      name: "bar \(number)", from: grid.start(ofBar: Double(number)),
      to: grid.start(ofBar: Double(number) + 1), grid: grid)
  }

  private func grid(for what: String, at site: Site) -> SongGrid? {
    if grid == nil { Authoring.current?.log.report(Diagnostic(.error, unknown(what), at: site)) }
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

  private func reportMissingSection(_ name: String, _ occurrence: Int, of count: Int, at site: Site) {
    let message =
      count == 0
      ? "\(path) has no section \"\(name)\""
      : "\(path) has \(count) sections \"\(name)\", not \(occurrence)"
    var known: [String] = []
    for section in sections where !known.contains(section.name) { known.append(section.name) }
    let hints: [String]
    if known.isEmpty {
      hints = ["name them: Song(\"\(path)\", sections: [\"\(name)\": 12.5])"]
    } else {
      let nearest = Suggestion.hints(for: name, among: known, quoted: true)
      hints = nearest + ["its sections are \(known.joined(separator: ", "))"]
    }
    Authoring.current?.log.report(Diagnostic(.error, Problem(.badInput, message, hints: hints), at: site))
  }
}
