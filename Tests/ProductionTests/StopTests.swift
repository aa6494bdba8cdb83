import Footage
import Foundation
import Testing

@Suite("A command that is asked to stop")
struct StopTests {
  /// A film of one clip that takes a while to be read: its frames are large, and each read is made slow.
  private static func folder() throws -> String {
    let folder = Workshop.file("stop")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try NumberedFilm(
      encoder: "ffv1", container: "mkv", count: 600, keyInterval: 600, bFrames: 0, rate: 30, name: "clip"
    ).write(to: folder + "/clip.mkv")
    let source = """
      import Libretto
      struct Long: Composition {
        var canvas: Canvas { .size(128, 64).lasting(20) }
        var body: Layers {
          Video("clip.mkv")
          Video("clip.mkv", trim: 10..., loop: .repeat).frame(width: 40)
        }
      }
      """
    try Workshop.write(Array(source.utf8), to: folder + "/piece.swift")
    return folder
  }

  @Test(
    "says the same and leaves nothing behind, whatever it is doing with a clip",
    arguments: [
      ("probe clip.mkv", false), ("timeline piece.swift", false), ("still piece.swift --at 19", false),
      ("render piece.swift --no-cache -o film.mp4", false),
      ("render piece.swift --no-cache --jobs 1 -o film.mp4", true),
    ], [SIGINT, SIGTERM])
  func clip(work: (words: String, isBegun: Bool), signal: Int32) throws {
    guard let library = try Command.library("failing") else { return }
    let (folder, mark) = (try Self.folder(), Workshop.file("mark"))
    let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(try Command.run("list", "piece.swift", in: folder).code == 0)
    let words = work.words.split(separator: " ").map(String.init)
    let slow = [
      "LD_PRELOAD": library, "SLOW_CALL": "read", "SLOW_MS": work.isBegun ? "20" : "300", "FAIL_MARK": mark,
      "FAIL_PROCESS": words[0] == "probe" ? "libretto" : "piece",
    ]
    let running = try Command.start(words, in: folder, environment: slow)
    try running.wait {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return work.isBegun
        ? names.contains { $0.hasPrefix(".film.mp4.tmp") } : FileManager.default.fileExists(atPath: mark)
    }
    usleep(200_000)
    #expect(running.process.isRunning)
    kill(running.process.processIdentifier, signal)
    let run = try running.finish()
    #expect(run.code == 128 + signal && running.process.terminationReason == .exit)
    #expect(run.errors.hasSuffix("error: stopped on request; no film was written\n"), "\(run.errors)")
    #expect(!run.errors.contains("piece.swift:"), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
  }
}
