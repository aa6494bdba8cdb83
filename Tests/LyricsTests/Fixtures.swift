import Primitives

@testable import Lyrics

/// Small sheets of this room's own, one a format.
enum Fixtures {
  static let all: [(LyricFormat, String)] = [
    (.lrc, "[ti:Rain]\n[offset:+100]\n[00:01.10]first line\n[00:02.1][00:09.100]F: twice\n[00:05.10]\n"),
    (.enhancedLRC, "[00:01.00]<00:01.00>so <00:01.50>long<00:02.00>\n[bg: <00:01.80>ooh<00:02.20>]\n"),
    (
      .srt, "1\n00:00:01,000 --> 00:00:02,500\n<i>one</i>\ntwo\n\n2\n00:00:03,000 --> 00:00:04,000\nthree\n"
    ),
    (
      .webVTT,
      "WEBVTT\nLanguage: en\n\n00:01.000 --> 00:05.000\n<v Ann>lo <00:01.500>ra &amp; <00:02.000>ta\n"
    ),
    (
      .ass,
      "[Script Info]\nTitle: T\n\n[Events]\nFormat: Start, End, Name, Text\n"
        + "Dialogue: 0:00:01.00,0:00:04.00,Ann,{\\k20}{\\k50}lo {\\kf40}ra{\\ko60}ta\n"
    ),
    (
      .ttml,
      """
      <tt xmlns="http://www.w3.org/ns/ttml" xml:lang="en"><body><div itunes:songPart="Verse">
      <p begin="1.000" end="3.000" ttm:agent="v1"><span begin="1.0" end="1.5">so</span> <span begin="1.5" end="2">long</span>
      <span ttm:role="x-bg"><span begin="2" end="2.5">(ooh)</span></span></p></div></body></tt>
      """
    ),
    (
      .json,
      #"{"language":"en","segments":[{"start":1,"end":3,"text":" so long","words":[{"word":" so","start":1.0,"end":1.5},{"word":" long","start":1.5,"end":2.25}]}]}"#
    ),
    (
      .lyricsfile,
      "version: '1.0'\nmetadata:\n  title: 'Rain'\nlines:\n  - text: \"so long\"\n    start_ms: 1000\n    words:\n"
        + "      - text: \"so \"\n        start_ms: 1000\n      - text: 'long'\n        start_ms: 1500\n        end_ms: 2000\nplain: |\n  so long\n"
    ),
    (.qrc, "[1000,1500]so(1000,500) (0,0)long(1500,1000)\n"),
    (.yrc, "[1000,1500](1000,500,0)so(0,0,0) (1500,1000,0)long\n"),
    (.lys, "[1]so(1000,500) (0,0)long(1500,1000)\n[6]ooh(1600,300)\n"),
    (
      .transcript,
      "Detected language: English\n[01:14.500 -> 01:15.500]  So long\n[01:15.500 --> 01:17.000]   my friend\n"
    ),
    (.plain, "[Verse 1 - soft]\nso long\n\n[Chorus]\nrain (rain)\n"),
  ]

  /// A sheet of every format: those above, and of what can be written a written one.
  static let sheets: [(LyricFormat, String)] =
    all
    + LyricFormat.writable.filter { format in !all.contains { $0.0 == format } }.map { format in
      (format, (try? LyricWriter.text(of: RandomSheet.make(seed: 1), as: format)) ?? "")
    }

  static func read(_ text: String, named name: String = "sheet") throws -> LyricReader.Reading {
    try LyricReader.read(Array(text.utf8), named: name)
  }
}

extension LyricSheet {
  /// The main track, a line each: `1.000-2.000 v1: so@1.000-1.500 long`.
  var dump: String {
    sections.flatMap { section in
      (section.label.isEmpty
        ? [] : ["[\(section.label)|\(section.modifier)] \(LyricSheet.text(section.start))"])
        + section.lines.map(LyricSheet.dump)
    }.joined(separator: "\n")
  }

  private static func text(_ time: Time?) -> String { time?.description ?? "" }

  private static func dump(_ line: LyricLine) -> String {
    let voice = line.voice.isEmpty ? "" : line.voice + ": "
    let behind = line.background.isEmpty ? "" : " (\(dump(line.background)))"
    return "\(text(line.start))-\(text(line.end)) \(voice)\(dump(line.words))\(behind)"
  }

  private static func dump(_ words: [LyricWord]) -> String {
    words.enumerated().map { index, word in
      let times = word.start == nil && word.end == nil ? "" : "@\(text(word.start))-\(text(word.end))"
      let gap = index + 1 == words.count ? "" : word.endsRow ? "/" : word.joinsNext ? "+" : " "
      return word.text + times + (word.isGuessed ? "?" : "") + gap
    }.joined()
  }
}
