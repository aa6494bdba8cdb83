import Primitives
import Testing

@testable import Lyrics

@Suite("What was written")
struct RoundTripTests {
  // What more a format can say than when lines and their rows are there.
  static let withSections: Set<LyricFormat> = [.lrc, .enhancedLRC, .ttml, .json]
  static let withTitles: Set<LyricFormat> = [.lrc, .enhancedLRC, .ass, .ttml, .json]
  static let withLanguage: Set<LyricFormat> = [.lrc, .enhancedLRC, .webVTT, .ttml, .json]
  static let withVoices: Set<LyricFormat> = [.lrc, .enhancedLRC, .webVTT, .ass, .ttml, .json]
  static let withBackground: Set<LyricFormat> = [.enhancedLRC, .ass, .ttml, .json]
  static let withWords: Set<LyricFormat> = [.enhancedLRC, .webVTT, .ass, .ttml, .json]

  /// A sheet without what a format can't say.
  static func kept(_ sheet: LyricSheet, by format: LyricFormat) -> LyricSheet {
    var kept = sheet
    if format == .ttml { kept.voices = kept.singers }
    if !withTitles.contains(format) { (kept.title, kept.artist) = ("", "") }
    if !withSections.contains(format) {
      kept.metadata = []
      kept.tracks[0].sections = [LyricSection(lines: kept.lines)]
    }
    if !withLanguage.contains(format) { kept.tracks[0].language = "" }
    for section in kept.tracks[0].sections.indices {
      if format == .ttml { kept.tracks[0].sections[section].modifier = "" }
      for index in kept.tracks[0].sections[section].lines.indices {
        var line = kept.tracks[0].sections[section].lines[index]
        if !withVoices.contains(format) { line.voice = "" }
        if !withBackground.contains(format) { line.background = [] }
        for word in line.words.indices {
          if format == .lrc || format == .enhancedLRC { line.words[word].endsRow = false }
          if !withWords.contains(format) { (line.words[word].start, line.words[word].end) = (nil, nil) }
        }
        // Syllables without times are the word they make.
        if !withWords.contains(format) { line.words = WordSplitter.words(line.words.text) }
        kept.tracks[0].sections[section].lines[index] = line
      }
    }
    return kept.joiningUntimedSyllables()
  }

  @Test("is the same when it is read back", arguments: LyricFormat.writable)
  func roundTrip(format: LyricFormat) throws {
    for seed in UInt64(1)...150 {
      var sheet = RandomSheet.make(seed: seed, milliseconds: format != .ass && seed % 2 == 0)
        .joiningUntimedSyllables()
      if !RoundTripTests.withBackground.contains(format) { sheet = sheet.withoutBackground() }
      let text = try LyricWriter.text(of: sheet, as: format)
      let reading = try LyricReader.read(Array(text.utf8), named: "a.\(format.endings[0])")
      let wanted = RoundTripTests.kept(sheet, by: format)
      #expect(
        reading.sheet == wanted, "seed \(seed)\n\(reading.sheet.dump)\n--\n\(wanted.dump)\n--\n\(text)")
      #expect(reading.warnings.isEmpty, "seed \(seed)")
      if reading.sheet != wanted { break }
    }
  }

  @Test("as JSON keeps every tick and every mark")
  func lossless() throws {
    let word = LyricWord(
      "a\"\\\n\u{1}", start: Time(ticks: 1), end: Time(ticks: 705_600_001), isGuessed: true)
    let line = LyricLine(start: nil, words: [word, LyricWord("b", joinsNext: true)])
    let section = LyricSection("Odd", modifier: "x", start: Time(ticks: 7), lines: [line])
    let sheet = LyricSheet(tracks: [
      LyricTrack(), LyricTrack(language: "ja", kind: .romanization, sections: [section]),
    ])
    let read = try Fixtures.read(try LyricWriter.text(of: sheet, as: .json)).sheet
    #expect(read == sheet)
  }

  @Test("as TTML keeps translations beside their lines")
  func translations() throws {
    let sung = LyricLine("rain", start: 1, end: 2)
    let other = LyricLine(start: 1, end: 2, words: [LyricWord("Regen")], mainIndex: 0)
    let sheet = LyricSheet(tracks: [
      LyricTrack(language: "en", sections: [LyricSection(lines: [sung])]),
      LyricTrack(language: "de", kind: .translation, sections: [LyricSection(lines: [other])]),
    ])
    let read = try Fixtures.read(try LyricWriter.text(of: sheet, as: .ttml)).sheet
    #expect(read == sheet)
  }

  @Test("needs times in most formats", arguments: [LyricFormat.lrc, .enhancedLRC, .srt, .webVTT, .ass])
  func needsTimes(format: LyricFormat) {
    let sheet = LyricSheet(tracks: [LyricTrack(sections: [LyricSection(lines: [LyricLine("a")])])])
    #expect(throws: Problem.self) { try LyricWriter.text(of: sheet, as: format) }
  }
}

extension LyricSheet {
  private func changed(_ change: (inout LyricLine) -> Void) -> LyricSheet {
    var sheet = self
    for section in sheet.tracks[0].sections.indices {
      for index in sheet.tracks[0].sections[section].lines.indices {
        change(&sheet.tracks[0].sections[section].lines[index])
      }
    }
    return sheet
  }

  fileprivate func withoutBackground() -> LyricSheet { changed { $0.background = [] } }

  /// No reader can tell syllables apart that have no times.
  fileprivate func joiningUntimedSyllables() -> LyricSheet {
    changed { line in
      if !line.hasWordTimes { line.words = WordSplitter.words(line.text) }
    }
  }
}
