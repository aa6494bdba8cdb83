package import Lyrics

extension LyricSheet {
  /// As messages call it.
  package var name: String { if case .file(let path) = source { path } else { "the lyrics" } }

  /// The sheet with a time for every word of every timed line, once it is needed; one that can't be read
  /// is reported.
  package var model: Lyrics.LyricSheet? {
    guard let authoring = Authoring.current else { return nil }
    return authoring.memory.sheets.known(for: self) { timed(authoring) }
  }

  private func timed(_ authoring: Authoring) -> Lyrics.LyricSheet? {
    guard var sheet = written(authoring) else { return nil }
    if let heard, let words = read(heard, encoding: nil, authoring)?.lines.flatMap(\.words) {
      sheet = sheet.aligned(to: words)
    }
    return shift == .zero ? sheet.filled() : sheet.filled().shifted(by: shift.time)
  }

  /// The lines that are sung at a known time.
  package var timedLines: [LyricLine] { (model?.lines ?? []).filter { $0.start != nil } }

  private func written(_ authoring: Authoring) -> Lyrics.LyricSheet? {
    switch source {
    case .file(let path): return read(path, encoding: encoding, authoring)
    case .text(let text):
      do {
        let reading = try LyricReader.read(Array(text.utf8), named: "the lyrics")
        for warning in reading.warnings { authoring.log.report(warning.moved(to: site)) }
        return reading.sheet
      } catch {
        authoring.log.report(error.moved(to: site))
        return nil
      }
    }
  }

  private func read(
    _ path: String, encoding: String?, _ authoring: Authoring
  ) -> Lyrics.LyricSheet? {
    let facts = authoring.asking(at: site) { () throws(Problem) in
      try authoring.resources.lyrics(AssetPath(path, from: site), encoding: encoding)
    }
    for remark in facts?.remarks ?? [] { authoring.log.report(remark) }
    return facts?.sheet
  }
}

extension Diagnostic {
  /// The same about words in a Swift file: their line is told, since the sheet has no file of its own.
  fileprivate func moved(to place: Site) -> Diagnostic {
    let line = site.map { "line \($0.line) of the lyrics: " } ?? ""
    return Diagnostic(
      severity, Problem(problem.kind, line + problem.message, hints: problem.hints), at: place)
  }
}

extension Lyrics.LyricSheet {
  fileprivate func shifted(by time: Time) -> Lyrics.LyricSheet {
    var sheet = self
    for track in sheet.tracks.indices {
      for section in sheet.tracks[track].sections.indices {
        let start = sheet.tracks[track].sections[section].start
        sheet.tracks[track].sections[section].start = start.map { $0 + time }
        for line in sheet.tracks[track].sections[section].lines.indices {
          sheet.tracks[track].sections[section].lines[line].shift(by: time)
        }
      }
    }
    return sheet
  }
}

extension LyricLine {
  fileprivate mutating func shift(by time: Time) {
    start = start.map { $0 + time }
    end = end.map { $0 + time }
    for index in words.indices { words[index].shift(by: time) }
    for index in background.indices { background[index].shift(by: time) }
  }
}

extension LyricWord {
  fileprivate mutating func shift(by time: Time) {
    start = start.map { $0 + time }
    end = end.map { $0 + time }
  }
}

extension LyricSheet {
  /// Its sections and where they begin: as their markers say, else with their first word.
  package static func sections(of sheet: LyricSheet) -> [HeardSong.Part] {
    let sections = sheet.model?.sections.filter { !$0.label.isEmpty } ?? []
    let parts = sections.compactMap { section in
      (section.start ?? section.lines.compactMap(\.start).first).map {
        HeardSong.Part(name: section.label, start: max(.zero, $0))
      }
    }
    if parts.isEmpty {
      Authoring.current?.log.report(
        .error(
          sections.isEmpty
            ? "no sections are marked in this lyric sheet"
            : "the sections of this lyric sheet have no times",
          at: sheet.site, hints: "mark them in LRC: [00:12.50][Verse 1]"))
    }
    return parts.sorted { $0.start < $1.start }
  }
}
