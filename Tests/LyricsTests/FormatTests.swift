import Primitives
import Testing

@testable import Lyrics

@Suite("A lyric sheet")
struct FormatTests {
  static let dumps: [LyricFormat: String] = [
    .lrc: "1.000- first line\n2.000-5.000 F: twice\n9.000- F: twice",
    .enhancedLRC: "1.000-2.000 so@1.000-1.500 long@1.500-2.000 (ooh@1.800-2.200)",
    .srt: "1.000-2.500 one/two\n3.000-4.000 three",
    .webVTT: "1.000-5.000 Ann: lo@1.000-1.500 ra@1.500- &@-2.000 ta@2.000-5.000",
    .ass: "1.000-4.000 Ann: lo@1.200-1.700 ra@1.700-2.100+ta@2.100-2.700",
    .ttml: "[Verse|] \n1.000-3.000 v1: so@1.000-1.500 long@1.500-2.000 ((ooh)@2.000-2.500)",
    .json: "1.000-3.000 so@1.000-1.500 long@1.500-2.250",
    .lyricsfile: "1.000- so@1.000- long@1.500-2.000",
    .qrc: "1.000-2.500 so@1.000-1.500 long@1.500-2.500",
    .yrc: "1.000-2.500 so@1.000-1.500 long@1.500-2.500",
    .lys: "1.000-2.500 v1: so@1.000-1.500 long@1.500-2.500 (ooh@1.600-1.900)",
    .transcript: "74.500-75.500 So long\n75.500-77.000 my friend",
    .plain: "[Verse 1|soft] \n- so long\n[Chorus|] \n- rain ((rain))",
  ]

  @Test("is read whatever its kind, without a name to go by", arguments: Fixtures.all)
  func isRead(format: LyricFormat, text: String) throws {
    let reading = try Fixtures.read(text)
    #expect(reading.format == (format == .enhancedLRC ? .lrc : format))
    #expect(reading.sheet.dump == FormatTests.dumps[format])
  }

  @Test("of every format has a text here or can be written, a name of its own, and endings of its own")
  func formats() {
    let tried = Fixtures.sheets.filter { !$0.1.isEmpty }.map(\.0)
    #expect(Set(tried) == Set(LyricFormat.all))
    #expect(Set(LyricFormat.all.map(\.name)).count == LyricFormat.all.count)
    let endings = LyricFormat.all.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    #expect(LyricFormat.writable.allSatisfy { !$0.endings.isEmpty })
  }

  static let transcripts = [
    ("[00:00.000 --> 00:02.500]  so\n[00:02.500 --> 00:04.000]  long", "0.000-2.500 so\n2.500-4.000 long"),
    ("[01:00:00.000 --> 01:00:02.500]   so long", "3600.000-3602.500 so long"),
    ("[0.00s -> 2.50s] so long", "0.000-2.500 so long"),
    ("[00:01,000 -> 00:02,000] so [laughs] long", "1.000-2.000 so [laughs] long"),
  ]

  @Test("is read from what recognizers print, though the name says plain text", arguments: transcripts)
  func printed(text: String, dump: String) throws {
    let reading = try Fixtures.read(text, named: "heard.txt")
    #expect(reading.format == .transcript && reading.warnings.isEmpty)
    #expect(reading.sheet.dump == dump)
  }

  static let joined = [
    ("[00:01.00]a\n\u{FEFF}[00:02.00]b", "1.000- a\n2.000- b"),
    ("[00:01.00]a\u{FEFF}[00:02.00]b", "1.000- a\n2.000- b"),
    ("\u{FEFF}\u{FEFF}[00:01.00]so\u{FEFF}ng", "1.000- song"),
    (
      "1\n00:00:01,000 --> 00:00:02,000\na\n\n\u{FEFF}2\n00:00:03,000 --> 00:00:04,000\nb",
      "1.000-2.000 a\n3.000-4.000 b"
    ),
  ]

  @Test("may be put together of files that each begin with a byte order mark", arguments: joined)
  func marks(text: String, dump: String) throws {
    let reading = try Fixtures.read(text)
    #expect(reading.sheet.dump == dump)
    #expect(reading.warnings.isEmpty)
  }

  @Test("is the same in every encoding", arguments: TextEncoding.allCases)
  func encodings(encoding: TextEncoding) throws {
    let text = "[00:01.0]na\u{EF}ve\r\n[00:02.0]b"
    let bytes: [UInt8] =
      switch encoding {
      case .utf8: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .utf16le: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16be: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      }
    let named = try LyricReader.read(bytes, named: "a.lrc", encoding: encoding).sheet.dump
    #expect(named == "1.000- na\u{EF}ve\n2.000- b")
    let found = try LyricReader.read(bytes, named: "a.lrc").sheet.dump
    #expect(found == named)
  }

  static let json = [
    (
      #"[{"text":"so","startMs":40,"endMs":300,"pageBreakAfter":true},{"text":" long","startMs":300,"endMs":900}]"#,
      "0.040-0.300 so@0.040-0.300\n0.300-0.900 long@0.300-0.900"
    ),
    (
      #"{"words":[{"text":"so","start":250,"end":650,"speaker":null},{"text":"long","start":730,"end":1022}]}"#,
      "0.250-1.022 so@0.250-0.650 long@0.730-1.022"
    ),
    (
      #"{"words":[{"text":"so","start":0.1,"end":0.3,"type":"word"},{"text":" ","type":"spacing"},{"text":"long","start":0.3,"end":1,"type":"word"},{"text":"(laughs)","start":1,"end":2,"type":"audio_event"}]}"#,
      "0.100-1.000 so@0.100-0.300 long@0.300-1.000"
    ),
    (
      #"{"results":{"channels":[{"alternatives":[{"words":[{"word":"so","start":0.5,"end":1,"punctuated_word":"So,"}]}]}]}}"#,
      "0.500-1.000 So,@0.500-1.000"
    ),
    (
      #"{"segments":[{"start":1,"end":3,"words":[{"word":"a","start":1,"end":1.5},{"word":"1."},{"word":"b","start":2,"end":3}]}]}"#,
      "1.000-3.000 a@1.000-1.500 1.@1.500-2.000? b@2.000-3.000"
    ),
    (#"[{"start":1.5,"end":2,"text":" no words here"}]"#, "1.500-2.000 no words here"),
    (#"{"syncedLyrics":"[00:01.00] a\n[00:02.00] ","plainLyrics":"a"}"#, "1.000-2.000 a"),
    (
      #"{"words":[{"word":"歌","start":1,"end":1.5},{"word":"う","start":1.5,"end":2}]}"#,
      "1.000-2.000 歌@1.000-1.500+う@1.500-2.000"
    ),
    (
      #"{"text":"so long","chunks":[{"timestamp":[0,30],"text":" so"},{"timestamp":[30,null],"text":" long"}]}"#,
      "0.000-30.000 so\n30.000- long"
    ),
    (
      #"{"chunks":[{"timestamp":[0.5,1],"text":" so"},{"timestamp":[1,1.5],"text":" long"},{"timestamp":[1.5,2],"text":" la"}]}"#,
      "0.500-2.000 so@0.500-1.000 long@1.000-1.500 la@1.500-2.000"
    ),
    (
      #"{"transcription":[{"timestamps":{"from":"00:00:01,000","to":"00:00:02,500"},"offsets":{"from":1000,"to":2500},"text":" so long"}]}"#,
      "1.000-2.500 so long"
    ),
    (
      #"{"alignment":{"characters":["s","o"," ","w"],"character_start_times_seconds":[0,0.1,0.2,0.3],"character_end_times_seconds":[0.1,0.2,0.3,0.5]}}"#,
      "0.000-0.500 so@0.000-0.200 w@0.300-0.500"
    ),
    (
      #"{"lrc":{"lyric":"{\"t\":0,\"c\":[{\"tx\":\"By: Ann\"}]}\n[00:01.00]so\n[00:02.00]long"},"tlyric":{"lyric":"[00:02.10]lang"}}"#,
      "1.000- so\n2.000- long"
    ),
  ]

  @Test("is made of what recognizers heard", arguments: json)
  func recognized(text: String, dump: String) throws {
    let read = try Fixtures.read(text).sheet.dump
    #expect(read == dump)
  }

  static let wrapped: [(String, LyricFormat, String)] = [
    (
      "<?xml version=\"1.0\"?>\n<QrcInfos><LyricInfo LyricCount=\"1\">\n<Lyric_1 LyricType=\"1\" LyricContent=\"[ti:A &amp; B]\n[offset:0]\n"
        + "[1000,500]say \"so\"(1000,500)\n\"/>\n</LyricInfo></QrcInfos>",
      .qrc, "1.000-1.500 say@1.000- \"so\"@-1.500"
    ),
    (
      "<QrcInfos><Lyric_1 LyricContent=\"[ti:A]&#10;[00:01.00]so&#10;[00:02.00]long\" /></QrcInfos>", .lrc,
      "1.000- so\n2.000- long"
    ),
    (
      "{\"t\":0,\"c\":[{\"tx\":\"Words: \"},{\"tx\":\"Ann\"}]}\n[1000,500](1000,200,0)so (1200,300,0)(long)\n",
      .yrc,
      "1.000-1.500 so@1.000-1.200 (long)@1.200-1.500"
    ),
  ]

  @Test("is found inside what services put around it", arguments: wrapped)
  func unwrapped(text: String, format: LyricFormat, dump: String) throws {
    let reading = try Fixtures.read(text)
    #expect(reading.format == format)
    #expect(reading.sheet.dump == dump)
    #expect(reading.warnings.isEmpty)
  }

  @Test("links the readings a service gives to the lines as sung")
  func linked() throws {
    let text =
      #"{"lrc":{"lyric":"[00:01.00]so\n[00:02.00]long"},"tlyric":{"lyric":"[00:02.10]lang"},"romalrc":{"lyric":""}}"#
    let sheet = try Fixtures.read(text).sheet
    #expect(sheet.tracks.map(\.kind) == [.main, .translation])
    #expect(sheet.tracks[1].line(for: 1)?.text == "lang")
  }

  @Test("may have escapes in YAML's quotes", arguments: ["\\u96E8 \\x41", "\\U000096E8 A", "雨 A"])
  func yamlEscapes(text: String) throws {
    let read = try Fixtures.read("version: '1.0'\nlines:\n- text: \"\(text)\"\n  start_ms: 1000\n").sheet
    #expect(read.dump == "1.000- 雨 A")
  }

  static let ttml = [
    (#"<p begin="00:00:01.5" dur="2s">a<br/>b</p>"#, "1.500-3.500 a/b"),
    (#"<div begin="10s" end="20s"><p begin="1s" end="2s">a</p></div>"#, "11.000-12.000 a"),
    (#"<div begin="37.8" end="45"><p begin="43.4" end="45">a</p></div>"#, "43.400-45.000 a"),
    (#"<p begin="45t">a</p><p begin="00:00:05:15">b</p>"#, "4.500- a\n5.500- b"),
    (
      #"<p ttp:x="" begin="2h" end="2.5h">a</p><p begin="60f" end="3m">b</p>"#,
      "2.000-180.000 b\n7200.000-9000.000 a"
    ),
    (#"<p begin="wallclock(x)">a</p><p begin="1s">b</p>"#, "1.000- b"),
    (
      "<p begin=\"1\" end=\"3\">\n <span begin=\"1\" end=\"2\">te</span>\n <span begin=\"2\" end=\"3\">st </span>\n</p>",
      "1.000-3.000 te@1.000-2.000+st@2.000-3.000"
    ),
    (
      "<p begin=\"1\" end=\"3\">\n <span begin=\"1\" end=\"2\">so</span>\n <span begin=\"2\" end=\"3\">long</span>\n</p>",
      "1.000-3.000 so@1.000-2.000 long@2.000-3.000"
    ),
    (
      #"<p begin="5" end="9"><span ttm:role="x-bg"><span begin="4" end="5">ooh</span></span><span begin="6" end="7">a</span></p>"#,
      "5.000-9.000 a@6.000-7.000 (ooh@4.000-5.000)"
    ),
  ]

  @Test("keeps who sings what, and every reading of a line, in TTML")
  func readsReadings() throws {
    let text = """
      <tt xmlns:ttm="m" xml:lang="ja"><head><metadata>
      <ttm:agent type="person" xml:id="v1"><ttm:name type="full">Ann</ttm:name></ttm:agent>
      <ttm:agent type="other" xml:id="v2"/>
      <iTunesMetadata><translations><translation xml:lang="en"><text for="L2">rain <span ttm:role="x-bg">(ooh)</span></text>
      </translation></translations></iTunesMetadata></metadata></head><body><div>
      <p begin="3" end="4" ttm:agent="v1" itunes:key="L2">雨<span ttm:role="x-translation" xml:lang="de">Regen</span></p>
      <p begin="1" end="2" ttm:agent="v2" itunes:key="L1"><span begin="1" end="1.5">夜</span>
      <span begin="1.5" end="2" ttm:agent="v1">に</span><span ttm:role="x-bg" ttm:agent="v1"><span begin="1.7" end="2">ら</span
      ><span ttm:role="x-roman" xml:lang="ja-Latn">ra</span></span></p></div></body></tt>
      """
    let sheet = try Fixtures.read(text).sheet
    #expect(
      sheet.dump
        == "1.000-2.000 v2: 夜@1.000-1.500 に@1.500-2.000 (ら@1.700-2.000)\n3.000-4.000 v1: 雨")
    #expect(sheet.lines[0].words.map(\.voice) == ["", "v1"])
    #expect(sheet.lines[0].background.map(\.voice) == ["v1"])
    #expect(sheet.voices == [LyricVoice("v1", name: "Ann"), LyricVoice("v2", kind: .other)])
    let readings = sheet.tracks.dropFirst().map { track in
      track.language
        + track.lines.map { " \($0.mainIndex ?? -1) \($0.text)|\($0.background.text)" }.joined()
    }
    #expect(readings == ["de 1 Regen|", "ja-Latn 0 |ra", "en 1 rain|(ooh)"])
    let again = try Fixtures.read(LyricWriter.text(of: sheet, as: .ttml)).sheet
    #expect(Set(again.tracks) == Set(sheet.tracks))
    #expect(again.voices == sheet.voices)
  }

  @Test("is read from every kind of TTML", arguments: ttml)
  func readsTTML(body: String, dump: String) throws {
    let text =
      "<?xml version=\"1.0\"?><tt ttp:tickRate=\"10\" ttp:frameRate=\"30\"><body>\(body)</body></tt>"
    let read = try Fixtures.read(text).sheet.dump
    #expect(read == dump)
  }
}
