/// Takes apart what LRC files write one below the other at one time: the line as sung, and what it means or
/// how it is read.
///
/// Two lines at one time are sung by two, unless they are written in two scripts or, the whole file over, in two
/// languages.
struct LRCReadings {
  private let sections: [LyricSection]
  private let language: String
  /// Of all first lines where there are several at a time, and of all the others.
  private let firstLanguage: String?
  private let secondLanguage: String?

  init(_ sections: [LyricSection], language: String) {
    self.sections = sections
    self.language = language
    var (firsts, seconds): ([String], [String]) = ([], [])
    for lines in sections.map(\.lines) {
      for (line, next) in zip(lines, lines.dropFirst()) where line.start == next.start {
        firsts.append(line.text)
        seconds.append(next.text)
      }
    }
    firstLanguage = WrittenLanguage.language(of: firsts.joined(separator: "\n"))
    secondLanguage = WrittenLanguage.language(of: seconds.joined(separator: "\n"))
  }

  /// The main track first.
  var tracks: [LyricTrack] {
    var main = sections
    var readings: [LyricTrack.Kind: [LyricLine]] = [:]
    var count = 0
    for place in main.indices {
      var kept: [LyricLine] = []
      for var line in main[place].lines {
        // Those that begin together stand together.
        let together = kept.reversed().prefix { $0.start == line.start && line.start != nil }.count
        if together > 0, let kind = kind(of: line, under: kept[kept.count - together]) {
          line.mainIndex = count + kept.count - together
          readings[kind, default: []].append(line)
        } else {
          kept.append(line)
        }
      }
      main[place].lines = kept
      count += kept.count
    }
    return [LyricTrack(language: language, sections: main)]
      + [LyricTrack.Kind.translation, .romanization].compactMap { kind in
        readings[kind].map { lines in
          let tag = kind == .translation ? secondLanguage ?? "" : ""
          return LyricTrack(language: tag, kind: kind, sections: [LyricSection(lines: lines)])
        }
      }
  }

  /// What a line is to the first one at its time; nil if it is sung too.
  private func kind(of line: LyricLine, under first: LyricLine) -> LyricTrack.Kind? {
    guard line.voice == first.voice, let script = WrittenLanguage.script(of: line.text),
      let firstScript = WrittenLanguage.script(of: first.text)
    else { return nil }
    if script != firstScript {
      return script == .latin && secondLanguage == nil ? .romanization : .translation
    }
    guard !line.hasWordTimes, let one = firstLanguage, let other = secondLanguage else { return nil }
    return one == other ? nil : .translation
  }
}
