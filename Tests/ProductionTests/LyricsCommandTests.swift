import Foundation
import Testing

@Suite("The lyrics command")
struct LyricsCommandTests {
  private func sheet(_ text: String, named name: String) throws -> String {
    let path = Workshop.file(name)
    try Workshop.write(Array(text.utf8), to: path)
    return path
  }

  private let lines = "[ti:Rain]\n[00:00.50]one <00:01.00>two\n[00:02.00]three\n[00:02.80]\n"

  @Test("shows a sheet as a table and as JSON")
  func shows() throws {
    let file = try sheet(lines, named: "rain.lrc")
    let table = try Command.run("lyrics", "show", file)
    #expect(table.code == 0, "\(table.errors)")
    #expect(table.output.contains("title   Rain"))
    #expect(table.output.contains("2.000     2.800  three"))
    let json = try Command.run("lyrics", "show", file, "--json")
    #expect(json.output.hasPrefix("{") && json.output.contains("three"))
  }

  @Test(
    "converts a sheet by the name's ending, and back", arguments: ["srt", "vtt", "ass", "ttml", "json"])
  func converts(ending: String) throws {
    let file = try sheet(lines, named: "rain.lrc")
    let (there, back) = (Workshop.file("rain.\(ending)"), Workshop.file("back.lrc"))
    #expect(try Command.run("lyrics", "convert", file, there).code == 0)
    #expect(try Command.run("lyrics", "convert", there, back).code == 0)
    let text = String(decoding: try Workshop.bytes(of: back), as: UTF8.self)
    #expect(text.contains("[00:02.00") && text.contains("three"), "\(text)")
  }

  @Test(
    "reads XML in the encoding it declares, whatever the names of bytes",
    arguments: [
      ("ISO-8859-1", [0xE9], "Caf\u{E9}"), ("windows-1251", [0xE9], "Caf\u{439}"),
      ("Shift_JIS", [0x89, 0xCA], "Caf\u{679C}"), ("no-such-code", [0xE9], "Caf\u{FFFD}"),
    ] as [(String, [UInt8], String)])
  func declared(encoding: String, letter: [UInt8], word: String) throws {
    let path = Workshop.file("declared.ttml")
    let head = "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><tt><body><p begin=\"1s\" end=\"2s\">Caf"
    try Workshop.write(Array(head.utf8) + letter + Array("</p></body></tt>".utf8), to: path)
    let run = try Command.run("lyrics", "show", path)
    #expect(run.output.contains("1.000     2.000  \(word)\n"), "\(run.output)\(run.errors)")
    #expect(run.errors.contains("which nobody knows") == (encoding == "no-such-code"), "\(run.errors)")
  }

  @Test("finds what is wrong with a sheet for its song")
  func checks() throws {
    let song = Workshop.folder + "/tone.wav"
    let fine = try Command.run("lyrics", "check", try sheet(lines, named: "rain.lrc"), "--song", song)
    #expect(fine.code == 0, "\(fine.errors)")
    let late = try sheet("[00:01.00]one\n[00:59.00]much too late\n", named: "late.lrc")
    let wrong = try Command.run("lyrics", "check", late, "--song", song)
    #expect(wrong.code == 65)
    #expect(
      (wrong.errors + wrong.output).contains("starts after the song"), "\(wrong.errors)\(wrong.output)")
  }

  @Test(
    "says what is wrong with its words",
    arguments: [
      (["lyrics", "shw", "x.lrc"], 64, "did you mean show?"),
      (["lyrics", "show", "nosuch.lrc"], 66, "there is no file"),
      (["lyrics", "convert", "tone.wav", "x.lrc"], 65, "tone.wav"), (["lyrics"], 64, "lyrics show"),
    ])
  func wrongWords(words: [String], code: Int, message: String) throws {
    let run = try Command.start(words).finish()
    #expect(run.code == Int32(code), "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
