import Primitives
import Testing

@testable import Lyrics

@Suite("What was written")
struct RoundTripTests {
  /// A sheet without what a format can't say.
  static func kept(_ sheet: LyricSheet, by format: LyricFormat) -> LyricSheet {
    var kept = sheet
    let hasSections = [.lrc, .enhancedLRC, .ttml, .json].contains(format)
    let isLRC = format == .lrc || format == .enhancedLRC
    if format == .ttml { kept.voices = kept.singers }
    if format == .srt || format == .webVTT { (kept.title, kept.artist) = ("", "") }
    if ![.lrc, .enhancedLRC, .ttml, .json].contains(format) { kept.metadata = [] }
    if format == .srt || format == .ass { kept.tracks[0].language = "" }
    if !hasSections { kept.tracks[0].sections = [LyricSection(lines: kept.lines)] }
    for section in kept.tracks[0].sections.indices {
      if format == .ttml { kept.tracks[0].sections[section].modifier = "" }
      for index in kept.tracks[0].sections[section].lines.indices {
        var line = kept.tracks[0].sections[section].lines[index]
        if format == .srt { line.voice = "" }
        if [.lrc, .srt, .webVTT].contains(format) { line.background = [] }
        for word in line.words.indices {
          if isLRC { line.words[word].endsRow = false }
          if format == .lrc || format == .srt {
            (line.words[word].start, line.words[word].end) = (nil, nil)
          }
        }
        if format == .lrc || format == .srt {
          // Syllables without times are the word they make.
          line.words = WordSplitter.words(line.words.text)
        }
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
      if [.lrc, .srt, .webVTT].contains(format) { sheet = sheet.withoutBackground() }
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
