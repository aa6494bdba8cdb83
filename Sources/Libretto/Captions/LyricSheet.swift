import Lyrics

/// The words of a song and when they are sung, from a file of any kind, or written out.
///
/// Times are the song's. Where only lines are timed, words are spread over them by their syllables.
public struct LyricSheet: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case file(String)
    case text(String)
  }

  package let source: Source
  package let encoding: String?
  package let site: Site
  /// A file of word times that somebody heard, to give to these words.
  package var heard: String?
  package var shift = SongTime.zero

  /// A file; the path starts at the Swift file's folder. What isn't in Unicode needs the name of its
  /// encoding, such as `big5`.
  public init(
    _ path: String, encoding: String? = nil, file: String = #filePath, line: Int = #line
  ) {
    source = .file(path)
    self.encoding = encoding
    site = Site(file: file, line: line)
  }

  /// What would stand in such a file: LRC, SRT, or whatever else a sheet can be.
  public init(text: String, file: String = #filePath, line: Int = #line) {
    source = .text(text)
    encoding = nil
    site = Site(file: file, line: line)
  }

  /// These words with the times of those that somebody heard, such as a recognizer's JSON. The text stays
  /// as it is.
  public func timed(by path: String) -> LyricSheet {
    var copy = self
    copy.heard = path
    return copy
  }

  /// Everything so much later; earlier where it is negative.
  public func shifted(by time: SongTime) -> LyricSheet {
    var copy = self
    copy.shift = copy.shift + time
    return copy
  }

  /// As the sheet says; empty if it doesn't.
  public var title: String { model?.title ?? "" }
  /// As the sheet says; empty if it doesn't.
  public var artist: String { model?.artist ?? "" }

  /// The lines as sung, for loops.
  public var lines: [CaptionLine] { CaptionReader.lines(of: self) }
}

extension LyricSheet {
  /// A line, from its first word to its end, by words that stand in it: `lyrics.cue("run, run")`.
  ///
  /// Letter case and punctuation don't matter. The second argument counts lines with these words from 1;
  /// lines that only have them inside of longer words count where no other has them.
  public func cue(
    _ words: String, _ occurrence: Int = 1, file: String = #filePath, line: Int = #line
  ) -> Passage {
    let wanted = LyricSheet.plain(words)
    let lines = timedLines
    let texts = lines.map { LyricSheet.plain($0.text) }
    func having(_ test: (String) -> Bool) -> [LyricLine] {
      zip(lines, texts).filter { test($0.1) }.map(\.0)
    }
    let whole = having { " \($0) ".contains(" \(wanted) ") && !wanted.isEmpty }
    let matching = whole.isEmpty ? having { $0.contains(wanted) && !wanted.isEmpty } : whole
    guard occurrence >= 1, occurrence <= matching.count, let start = matching[occurrence - 1].start
    else {
      report(
        matching.isEmpty
          ? "no line of \(name) has the words \"\(words)\""
          : "the words \"\(words)\" are in \(LyricSheet.lines(matching.count)) of \(name): there is no number \(occurrence)",
        matching.isEmpty ? Suggestion.hints(for: words, among: lines.map(\.text), quoted: true) : [], file,
        line)
      return Passage(name: words, from: .zero, to: .zero, song: nil, isLost: true)
    }
    let found = matching[occurrence - 1]
    return Passage(
      name: found.text, from: SongTime(start), to: SongTime(max(start, found.end ?? start)), song: nil)
  }

  /// A section by its label, until the next one starts; the second argument counts those of the same
  /// label from 1.
  public func section(
    _ label: String, _ occurrence: Int = 1, file: String = #filePath, line: Int = #line
  ) -> Passage {
    let sections = (model?.sections ?? []).compactMap { section in
      section.begin.map { (section, SongTime($0)) }
    }
    let lookup = SectionLookup(
      owner: name,
      sections: sections.indices.map { index in
        let (section, start) = sections[index]
        let own = section.lines.compactMap(\.end).max().map(SongTime.init) ?? start
        let end = index + 1 < sections.count ? sections[index + 1].1 : own
        return SectionLookup.Section(name: section.label, start: start, end: max(start, end))
      }, naming: "it names no sections")
    let site = Site(file: file, line: line)
    // What is wrong with a sheet that can't be read was reported.
    let found = model == nil ? nil : lookup.section(label, occurrence, at: site)
    return Passage(
      name: found?.name ?? label, from: found?.start ?? .zero, to: found?.end ?? .zero, song: nil,
      isLost: found == nil)
  }

  private func report(_ message: String, _ hints: [String], _ file: String, _ line: Int) {
    guard model != nil else { return }  // what is wrong with it was reported
    Authoring.current?.log.report(
      Diagnostic(
        .error, Problem(.badInput, message, hints: hints), at: Site(file: file, line: line)))
  }

  private static func lines(_ count: Int) -> String { count == 1 ? "one line" : "\(count) lines" }

  /// Words without punctuation, one space between them; apostrophes are all one.
  static func plain(_ text: String) -> String {
    let kept = text.lowercased().map { character -> Character in
      if "'’‘ʼ".contains(character) { return "'" }
      return character.isLetter || character.isNumber ? character : " "
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }
}

extension LyricSection {
  /// When it was said to start, or when its first line does.
  var begin: Time? { start ?? lines.compactMap(\.start).min() }
}
