import Foundation
import Media
import Primitives
import Testing

@Suite("A command that is disturbed")
struct MishapTests {
  @Test(
    "stops on Ctrl-C and on SIGTERM, and leaves nothing behind", arguments: [(SIGINT, 130), (SIGTERM, 143)])
  func interruption(signal: Int32, code: Int) throws {
    let film = Workshop.file("stopped.mp4")
    let running = try Command.start(["render", "NeonRain", "--no-cache", "-o", film])
    // The film is begun once its temporary file is there.
    try running.wait { try Self.isBegun(film) }
    kill(running.process.processIdentifier, signal)
    let run = try running.finish()
    #expect(run.code == Int32(code), "\(run.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: Workshop.folder)
    let name = URL(fileURLWithPath: film).lastPathComponent
    #expect(!names.contains { $0.contains(name) })
  }

  @Test(
    "survives closed and full standard files, and says when what was asked for got lost",
    arguments: [
      ("exec 2>&-", "still piece.swift -o closed.png", 0),
      ("exec <&- >&- 2>&-", "still piece.swift -o closed.png", 0),
      ("exec 2>/dev/full", "still piece.swift -o closed.png", 0), ("exec 2>&-", "still nosuch.swift", 66),
      ("exec >&-", "list piece.swift", 74), ("exec >/dev/full", "list piece.swift", 74),
    ])
  func standardFiles(setup: String, words: String, code: Int) throws {
    let folder = Workshop.file("standard")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let source = Command.fine.replacingOccurrences(of: "a.png", with: "../a.png")
    try Workshop.write(Array(source.utf8), to: folder + "/piece.swift")
    let words = words.split(separator: " ").map(String.init)
    #expect(try Command.start(words, in: folder, after: setup).finish().code == Int32(code))
    guard words.contains("closed.png") else { return }
    // Closed files leave their numbers to the next ones opened; nothing said may end up in a picture.
    #expect(try PictureFile.open(folder + "/closed.png").facts.size == PixelSize(width: 64, height: 36))
  }

  @Test("goes on from what was finished when it is killed at any moment")
  func killed() throws {
    let (folder, film) = (Workshop.file("segments"), Workshop.file("killed.mp4"))
    let words = ["render", "NeonRain", "--scale", "0.1", "--quality", "draft", "--to", "20"]
    for round in 0..<6 {
      let running = try Command.start(words + ["-o", film, "--cache", folder])
      usleep(UInt32(150_000 + Noise(seed: 9).value(round) * 400_000))
      kill(running.process.processIdentifier, SIGKILL)
      _ = try running.finish()
    }
    let resumed = try Command.start(words + ["-o", film, "--cache", folder]).finish()
    #expect(resumed.code == 0, "\(resumed.errors)")
    #expect(!resumed.errors.contains("damaged"), "\(resumed.errors)")
    let clean = Workshop.file("clean.mp4")
    _ = try Command.start(words + ["-o", clean, "--no-cache"]).finish()
    #expect(try Workshop.bytes(of: film) == Workshop.bytes(of: clean))
    #expect(try !Self.isBegun(film))
  }

  /// Whether there is an unfinished file of a film.
  private static func isBegun(_ film: String) throws -> Bool {
    let names = try FileManager.default.contentsOfDirectory(atPath: Workshop.folder)
    return names.contains { $0.hasPrefix(".\(URL(fileURLWithPath: film).lastPathComponent).tmp") }
  }

  private static let neon = ["render", "NeonRain", "--scale", "0.1", "--quality", "draft", "--to", "4"]

  @Test("says what it needs and what there is where the disk is full, and keeps nothing that is torn")
  func fullDisk() throws {
    let (folder, film) = (Workshop.file("segments"), Workshop.file("film.mp4"))
    let words = MishapTests.neon + ["-o", film, "--cache", folder]
    // Compiled while there is room.
    #expect(try Command.run("list", "NeonRain").code == 0)
    // No file may be larger than 20 blocks of 512 bytes.
    let full = try Command.start(words, after: "ulimit -f 20").finish()
    #expect(full.code == 75, "\(full.errors)")
    #expect(
      full.errors.contains("the disk is full while writing \(film): it needs about"), "\(full.errors)")
    #expect(full.errors.contains(" MB are free"))
    #expect(!FileManager.default.fileExists(atPath: film))
    let clean = try Command.start(words).finish()
    #expect(clean.code == 0 && !clean.errors.contains("damaged"), "\(clean.errors)")
  }

  @Test("says that there is no room to compile in, not that the piece is wrong")
  func noRoomToCompile() throws {
    let environment = ["LIBRETTO_CACHE_DIR": Workshop.file("cache")]
    let run = try Command.start(
      ["list", try Command.piece(Command.fine)], environment: environment, after: "ulimit -f 20"
    ).finish()
    #expect(run.code == 75 && run.errors.contains("the disk is full while writing"), "\(run.errors)")
  }

  @Test(
    "ends well whichever call on its files fails",
    arguments: [("write", 3), ("write", 9), ("close", 2), ("fsync", 1), ("fsync", 4), ("rename", 2)])
  func failingCall(call: String, number: Int) throws {
    guard let library = try Command.library("failing") else { return }
    let (folder, film) = (Workshop.file("segments"), Workshop.file("film.mp4"))
    let words = MishapTests.neon + ["-o", film, "--cache", folder]
    let fault = ["LD_PRELOAD": library, "FAIL_CALL": call, "FAIL_AT": "\(number)", "FAIL_CODE": "28"]
    let mark = Workshop.file("mark")
    let failed = try Command.start(words, environment: fault.merging(["FAIL_MARK": mark]) { $1 }).finish()
    #expect(FileManager.default.fileExists(atPath: mark), "there was no such call")
    // What can't be kept costs a warning; what can't be written costs the film.
    #expect([0, 75].contains(failed.code), "\(failed.errors)")
    #expect(failed.errors.contains(failed.code == 0 ? "can't be kept" : "the disk is full"))
    #expect(FileManager.default.fileExists(atPath: film) == (failed.code == 0))
    let again = try Command.start(words).finish()
    #expect(again.code == 0 && !again.errors.contains("damaged"), "\(again.errors)")
    let clean = Workshop.file("clean.mp4")
    _ = try Command.start(MishapTests.neon + ["-o", clean, "--no-cache"]).finish()
    #expect(try Workshop.bytes(of: film) == Workshop.bytes(of: clean))
  }

  @Test("stops while it joins what was made to a film", arguments: [SIGINT, SIGTERM])
  func stopsInJoining(signal: Int32) throws {
    guard let library = try Command.library("failing") else { return }
    let (folder, film, mark) = (Workshop.file("segments"), Workshop.file("film.mp4"), Workshop.file("mark"))
    let words = [
      "render", "NeonRain", "--scale", "0.1", "--quality", "draft", "--to", "20", "--cache", folder,
    ]
    _ = try Command.start(words + ["-o", Workshop.file("before.mp4")]).finish()
    // All that is left to do is to join; every write of it takes so long that the whole takes ten seconds.
    let slow = ["LD_PRELOAD": library, "SLOW_CALL": "write", "SLOW_MS": "300", "FAIL_MARK": mark]
    let running = try Command.start(words + ["-o", film], environment: slow)
    try running.wait { FileManager.default.fileExists(atPath: mark) }
    usleep(500_000)
    #expect(running.process.isRunning)
    kill(running.process.processIdentifier, signal)
    let run = try running.finish()
    #expect(run.code == 128 + signal, "\(run.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: Workshop.folder)
    #expect(!left.contains { $0.contains(URL(fileURLWithPath: film).lastPathComponent) })
  }

  @Test("stops within a second while it mixes the sound of a long film", arguments: [SIGINT, SIGTERM])
  func stopsInSound(signal: Int32) throws {
    let film = Workshop.file("long.mp4")
    let source = """
      import Libretto
      struct Long: Composition {
        var canvas: Canvas { .size(32, 18).frameRate(1).lasting(20000) }
        var body: Layers { Solid(.ink); Soundtrack(Song("tone.wav")) }
      }
      """
    let running = try Command.start(
      ["render", try Command.piece(source), "-o", film, "--no-cache"])
    try running.wait { try Self.isBegun(film) }
    usleep(1_000_000)
    #expect(running.process.isRunning)
    kill(running.process.processIdentifier, signal)
    let run = try running.finish()
    #expect(run.code == 128 + signal, "\(run.errors)")
  }
}
