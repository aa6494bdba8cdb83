import Foundation
import Media
import Primitives
import Production
import Testing

/// What shows that a film is the one that was meant, and the same one everywhere.
@Suite("A proof")
struct ProofTests {
  private struct Film {
    let path = Workshop.file("film.mp4")
    let manifest = Workshop.file("film.json")
    var piece = ""

    init() throws {
      let source = Command.fine.replacingOccurrences(of: ".lasting(1)", with: ".lasting(4)")
        .replacingOccurrences(of: "}\n}", with: "; Text(\"x\").font(\"Inter\", size: 9); \(Film.song) }\n}")
      piece = try Command.piece(source)
    }

    private static let song = "Soundtrack(Song(\"tone.wav\"))"

    func render(_ flags: String...) throws -> Command {
      try Command.start(["render", piece, "-o", path, "--manifest", manifest] + flags).finish()
    }

    func verify() throws -> Command { try Command.run("verify", path, "--manifest", manifest) }
  }

  @Test("names all that a film is made of, and a digest of each frame")
  func manifest() throws {
    let film = try Film()
    #expect(try film.render("--no-cache").code == 0)
    let manifest = try Manifest.reading(film.manifest)
    #expect(manifest.composition == "Fine" && manifest.width == 64 && manifest.rate == "30")
    #expect(manifest.inputs.map(\.name).dropFirst() == ["a.png", "tone.wav"])
    #expect(manifest.fonts.map(\.name) == ["Inter/Inter-roman.var.ttf"])
    #expect(manifest.segments.map(\.firstFrame) == [0, 60])
    #expect(manifest.segments.map(\.frames.count) == [60, 60])
    let picture = try SHA256.words(ofFile: Workshop.folder + "/a.png")
    #expect(manifest.inputs[1].sha256 == picture)
    // A held picture is one drawing.
    #expect(Set(manifest.segments.flatMap(\.drawings)).count == 1)
  }

  @Test("is the same for the same film, kept or made anew, wherever the command runs")
  func sameManifest() throws {
    let film = try Film()
    #expect(try film.render("--no-cache").code == 0)
    let first = try Workshop.bytes(of: film.manifest)
    #expect(try film.render("--cache", Workshop.file("segments"), "--jobs", "3").code == 0)
    #expect(try Workshop.bytes(of: film.manifest) == first)
  }

  @Test("finds the film as it was made, and says what differs in any other")
  func verify() throws {
    let film = try Film()
    #expect(try film.render().code == 0)
    let fine = try film.verify()
    #expect(fine.code == 0 && fine.output.contains("120 frames, as "), "\(fine.errors)")
    let whole = try Workshop.bytes(of: film.path)
    // The last frames' data lies in the middle: before it the index, after it sound.
    var flipped = whole
    flipped[whole.count / 2] ^= 1
    try Workshop.write(flipped, to: film.path)
    let one = try film.verify()
    #expect(one.code == 65 && one.errors.contains("differ"), "\(one.errors)")
    try Workshop.write(whole + [0], to: film.path)
    let longer = try film.verify()
    #expect(longer.code == 65 && longer.errors.contains("another program wrote or changed the file"))
    try Workshop.write(Array(whole.prefix(whole.count / 3)), to: film.path)
    let cut = try film.verify()
    #expect(cut.code == 65 && cut.errors.contains("frames in place of 120"), "\(cut.errors)")
    try Workshop.write([1, 2, 3], to: film.path)
    #expect(try film.verify().code == 65)
    #expect(try Command.run("verify", "nosuch.mp4", "--manifest", film.manifest).code == 66)
    #expect(try Command.run("verify", film.path).code == 64)
  }

  @Test(
    "isn't taken from a manifest that was changed",
    arguments: [
      ("\"firstFrame\" : 60", "\"firstFrame\" : 61"), ("\"format\" : 1", "\"format\" : 2"), ("{", ""),
    ])
  func damagedManifest(what: String, other: String) throws {
    let film = try Film()
    #expect(try film.render().code == 0)
    let text = String(decoding: try Workshop.bytes(of: film.manifest), as: UTF8.self)
    try Workshop.write(
      Array(text.replacingOccurrences(of: what, with: other).utf8), to: film.manifest)
    #expect(try film.verify().code == 65)
  }

  @Test("makes the film again and finds it the same")
  func again() throws {
    let run = try Film().render("--verify")
    #expect(run.code == 0 && run.errors.contains("the same when made again"), "\(run.errors)")
  }

  @Test("finds out a composition that is another one each time")
  func chance() throws {
    let piece = try Command.piece(
      """
      import Libretto
      struct Chance: Composition {
        var canvas: Canvas { .size(64, 36).lasting(1) }
        var body: Layers { Solid(.red).opacity { _ in Double.random(in: 0...1) } }
      }
      """)
    let run = try Command.run("render", piece, "-o", Workshop.file("film.mp4"), "--verify")
    #expect(run.code == 70, "\(run.errors)")
    #expect(run.errors.contains("differ in the segment 0..<30"), "\(run.errors)")
    #expect(run.errors.contains("does a closure use a clock or chance?"), "\(run.errors)")
  }

  @Test(
    "holds wherever and however the command runs",
    arguments: [
      ("", [:]), ("umask 077", [:]), ("cd /", [:]), ("", ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"]),
      ("", ["TZ": "Asia/Kathmandu"]), ("", ["HOME": "/nonexistent"]),
      ("", ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX,-SSSE3"]),
      ("", ["PIXMAN_DISABLE": "ssse3 sse2 mmx"]), ("", ["LD_PRELOAD": "other-processor"]),
    ] as [(String, [String: String])])
  func surroundings(setup: String, environment: [String: String]) throws {
    var environment = environment
    if let name = environment["LD_PRELOAD"] { environment["LD_PRELOAD"] = try Command.library(name) ?? "" }
    let words = ["render", "NeonRain", "--scale", "0.1", "--from", "10", "--to", "12", "--no-cache", "-o"]
    let (film, usual) = (Workshop.file("film.mp4"), Workshop.file("usual.mp4"))
    _ = try Command.start(words + [usual]).finish()
    let run = try Command.start(
      words + [film], environment: environment, after: setup.isEmpty ? nil : setup
    ).finish()
    #expect(run.code == 0, "\(run.errors)")
    #expect(try Workshop.bytes(of: film) == Workshop.bytes(of: usual))
  }
}
