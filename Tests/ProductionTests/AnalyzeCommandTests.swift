import Foundation
import Testing

@Suite("The analyze command")
struct AnalyzeCommandTests {
  private static let song = Command.root + "/Compositions/neon-rain.ogg"

  /// Flags that take the vector units from the C library's own dispatch.
  private static let otherProcessors = [
    "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F",
    "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F,-AVX,-SSE4_1,-SSE4_2,-SSSE3,-ERMS",
  ]

  @Test("gives the same JSON on other processors, and when it is asked again", arguments: otherProcessors)
  func same(tunables: String) throws {
    let usual = try Command.run("analyze", Self.song, "--json", "--no-cache")
    #expect(usual.code == 0, "\(usual.errors)")
    let other = try Command.run(
      "analyze", Self.song, "--json", "--no-cache", environment: ["GLIBC_TUNABLES": tunables])
    #expect(other.output == usual.output)
    for _ in 0..<2 { #expect(try Command.run("analyze", Self.song, "--json").output == usual.output) }
  }

  @Test("hears again where what was kept is damaged")
  func damaged() throws {
    let cache = Workshop.file("hearing-cache")
    let environment = ["LIBRETTO_CACHE_DIR": cache]
    let first = try Command.run("analyze", Self.song, environment: environment)
    let folder = cache + "/findings"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    var bytes = try Workshop.bytes(of: "\(folder)/\(name)")
    bytes[bytes.count / 2] ^= 1
    try Workshop.write(bytes, to: "\(folder)/\(name)")
    #expect(try Command.run("analyze", Self.song, environment: environment).output == first.output)
  }

  @Test("draws a picture and renders clicks")
  func draws() throws {
    let (picture, clicks) = (Workshop.file("heard.png"), Workshop.file("heard.wav"))
    let run = try Command.run("analyze", Self.song, "--plot", picture, "--click", clicks)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try Workshop.bytes(of: picture).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let again = Workshop.file("again.png")
    #expect(try Command.run("analyze", Self.song, "--plot", again, "--no-cache").code == 0)
    #expect(try Workshop.bytes(of: again) == Workshop.bytes(of: picture))
    #expect(try Workshop.bytes(of: clicks).count > 1_000_000)
  }

  @Test(
    "takes corrections in three kinds of files",
    arguments: [
      ("beats.json", "{\"beats\": [1, {\"t\": 1.5}, 2.0], \"downbeats\": [1.5]}"),
      ("list.json", "[1.0, 1.5, 2]"),
      ("labels.txt", "1.000000\t1.000000\t2\n1.5\t1.5\t1\n\\\t0\t0\n2.0\t2.0\t2\n"),
      ("marks.lrc", "[ti:x]\n[00:01.00]2\n[00:01.50] 1\n[00:02.00]\n"),
    ])
  func corrections(name: String, text: String) throws {
    let file = Workshop.file(name)
    try Workshop.write(Array(text.utf8), to: file)
    let run = try Command.run("analyze", Self.song, "--json", "--beats-from", file)
    #expect(run.output.contains("\"beats\": [1, 1.5, 2],"), "\(run.errors)")
    if name != "list.json" { #expect(run.output.contains("\"downbeats\": [1.5],")) }
  }

  @Test("takes its own JSON back")
  func roundTrip() throws {
    let first = try Command.run("analyze", Self.song, "--json")
    let file = Workshop.file("own.json")
    try Workshop.write(Array(first.output.utf8), to: file)
    let second = try Command.run("analyze", Self.song, "--json", "--beats-from", file)
    let lines = { (text: String) in
      text.split(separator: "\n").filter { $0.contains("\"beats\": [") || $0.contains("downbeats\": [") }
    }
    #expect(lines(second.output) == lines(first.output) && second.code == 0)
  }

  @Test(
    "says what is wrong",
    arguments: [
      (["analyze"], 64, "needs a song"), (["analyze", "nosuch.mp3"], 66, "there is no file nosuch.mp3"),
      (["analyze", "tone.wav", "--metre", "5"], 64, "write 3/4"),
      (["analyze", "tone.wav", "--tempo", "0"], 64, "20 to 400"),
      (["analyze", "tone.wav", "--key", "H"], 64, "A minor"),
      (["analyze", "tone.wav", "--plot", "x.jpg"], 64, ".png"),
      (["analyze", "tone.wav", "--click", "tone.wav"], 73, "it is the song"),
      (["analyze", "tone.wav", "--beats-from", "bad.json"], 65, "bad.json"),
      (["analyze", "tone.wav", "--beats-from", "none.lrc"], 65, "no beats"),
      (["analyze", "tone.wav", "--beats-from", "words.txt"], 65, "words.txt:1"),
      (["analyze", "tone.wav", "--beats-from", "minus.json"], 65, "-1"),
      (["analyze", "bad.json"], 65, "can't read"),
    ])
  func wrong(words: [String], code: Int, message: String) throws {
    let files = [
      "bad.json": "{\"beats\": 3", "none.lrc": "[ti:x]\n", "words.txt": "one two\n",
      "minus.json": "[-1, 2, 3]",
    ]
    for (name, text) in files { try Workshop.write(Array(text.utf8), to: "\(Workshop.folder)/\(name)") }
    let run = try Command.start(words).finish()
    #expect(run.code == Int32(code) && run.errors.contains(message), "\(run.code): \(run.errors)")
  }
}
