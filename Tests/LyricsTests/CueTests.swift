import Primitives
import Testing

@testable import Lyrics

@Suite("Cues")
struct CueTests {
  /// SRT of texts that follow one another, half a second each.
  private static func srt(_ texts: [String]) -> String {
    texts.enumerated().map { index, text in
      let (start, end) = (index * 500, index * 500 + 500)
      func clock(_ time: Int) -> String { "00:00:0\(time / 1000),\(time % 1000 / 100)00" }
      return "\(index + 1)\n\(clock(start)) --> \(clock(end))\n\(text)\n\n"
    }.joined()
  }

  static let kinds: [(String, String)] = [
    (
      srt(["So", "long,", "my", "friend !"]),
      "0.000-2.000 So@0.000-0.500 long,@0.500-1.000 my@1.000-1.500 friend@1.500- !@-2.000"
    ),
    (srt(["歌", "う", "声"]), "0.000-1.500 歌@0.000-0.500+う@0.500-1.000+声@1.000-1.500"),
    (
      srt(["君と歩いた夏の日は", "今も心に残っている", "忘れられない思い出"]),
      "0.000-0.500 君と歩いた夏の日は\n0.500-1.000 今も心に残っている\n1.000-1.500 忘れられない思い出"
    ),
    (srt(["Hey!", "so long", "yeah"]), "0.000-0.500 Hey!\n0.500-1.000 so long\n1.000-1.500 yeah"),
    (
      srt(["<u>so</u> long", "so long", "so <u>long</u>", "<i>rain</i>"]),
      "0.000-1.500 so@0.000-0.500 long@1.000-1.500\n1.500-2.000 rain"
    ),
    (
      "WEBVTT\n\n00:00.000 --> 00:01.000\n<c.now>so</c> long\n\n00:01.000 --> 00:02.000\nso <c.now>long</c>\n",
      "0.000-2.000 so@0.000-1.000 long@1.000-2.000"
    ),
    (
      """
      WEBVTT

      00:00.000 --> 00:02.000 align:start
       
      so<00:01.000><c> long</c>

      00:02.000 --> 00:02.010
      so long
       

      00:02.010 --> 00:04.000
      so long
      my<00:03.000><c> friend</c>

      00:04.000 --> 00:04.010
      my friend
       

      00:04.010 --> 00:05.000
      my friend
      la
      """,
      "0.000-2.000 so@0.000-1.000 long@1.000-2.000\n2.010-4.000 my@2.010-3.000 friend@3.000-4.000\n4.010-5.000 la"
    ),
    (srt(["la la", "la la", "la la"]), "0.000-0.500 la la\n0.500-1.000 la la\n1.000-1.500 la la"),
    ("WEBVTT\n\n00:00.000 --> 00:02.000\n<00:01.000 so < long", "0.000-2.000 so@1.000- < long@-2.000"),
  ]

  @Test("are lines, whether they hold lines, words, marked words or rows that roll up", arguments: kinds)
  func areLines(text: String, dump: String) throws {
    let read = try Fixtures.read(text).sheet.dump
    #expect(read == dump)
  }

  static let timings = [
    ("000:00:01.000 --> 00:00:02.000", true), ("00:00:01.000 --> 1000:00:02.000", true),
    ("0:01.5 --> 0:02.5", true), ("00:00:01:000 --> 00:00:02:000", true), ("00:01,000 --> 00:02,000", true),
    ("000:01.000 --> 00:02.000", false), ("00:000:01.000 --> 00:00:02.000", false),
    ("00:00:001.000 --> 00:00:02.000", false), ("00:00:01.0000 --> 00:00:02.000", false),
    ("00:01.000 --> 00:02.0000", false), ("00::01.000 --> 00:02.000", false),
    ("00:00..000 --> 00:02.000", false),
  ]

  @Test(
    "of WebVTT may lack digits in their times, but have none too many save in hours", arguments: timings)
  func digits(timing: String, isOne: Bool) throws {
    let sheet = try Fixtures.read("WEBVTT\n\n\(timing)\nso\n\n00:08.000 --> 00:09.000\nlong\n").sheet
    #expect(sheet.lines.map(\.text) == (isOne ? ["so", "long"] : ["long"]))
  }

  @Test(
    "of WebVTT end where an arrow is, whatever stands around it",
    arguments: ["-->", "to-->", "-->to", "--->"])
  func arrows(arrow: String) throws {
    let text =
      "WEBVTT\n\n\(arrow)\n00:01.000 --> 00:02.000\nso\n\(arrow)\n00:03.000 --> 00:04.000\nlong\n"
      + "00:05.000 --> 00:06.000\nmy friend\n\n00:07.000 - \(arrow)\n"
    let read = try Fixtures.read(text).sheet.dump
    #expect(read == "1.000-2.000 so\n3.000-4.000 long\n5.000-6.000 my friend")
  }
}
