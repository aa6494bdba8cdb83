import Foundation
import Testing

@Suite("A command on files that are no plain files")
struct FileKindTests {
  static let pipes: [(words: [String], code: Int32)] = [
    (["list", "PIPE.swift"], 64), (["lyrics", "show", "PIPE.lrc"], 65), (["analyze", "PIPE.wav"], 65),
    (["analyze", "tone.wav", "--beats-from", "PIPE.json"], 65), (["probe", "PIPE.png"], 65),
    (["still", "FILE", "--props", "PIPE.json"], 65),
    (["verify", "film.mp4", "--manifest", "PIPE.json"], 65),
  ]

  @Test("refuses a pipe with a sentence and doesn't wait for it", arguments: pipes)
  func pipe(words: [String], code: Int32) throws {
    let file = try Command.piece(
      Command.fine.replacingOccurrences(
        of: "struct Fine: Composition {",
        with:
          "struct Fine: Composition {\n  struct Props: Codable, Sendable { var name = \"\" }\n  var props = Props()"
      ))
    let words = words.map { word -> String in
      guard word.hasPrefix("PIPE") else { return word == "FILE" ? file : word }
      let path = Workshop.file("pipe" + word.dropFirst(4))
      mkfifo(path, 0o600)
      return path
    }
    let running = try Command.start(words)
    try running.wait { false }
    let isStuck = running.process.isRunning
    if isStuck { kill(running.process.processIdentifier, SIGKILL) }
    let run = try running.finish()
    #expect(!isStuck && run.code == code && run.errors.contains("no regular file"), "\(run.errors)")
  }

  @Test("doesn't wait for a pipe that lies where a song's facts would")
  func pipeBesideSong() throws {
    let song = Workshop.file("song.wav")
    try FileManager.default.copyItem(atPath: Workshop.folder + "/tone.wav", toPath: song)
    mkfifo(song.replacingOccurrences(of: ".wav", with: ".json"), 0o600)
    let running = try Command.start(["analyze", song])
    try running.wait { false }
    let isStuck = running.process.isRunning
    if isStuck { kill(running.process.processIdentifier, SIGKILL) }
    #expect(try running.finish().code == 0 && !isStuck)
  }

  @Test("says how large a film is, not how long the name of its link")
  func throughLink() throws {
    let file = try Command.piece(Command.fine)
    let (film, link) = (Workshop.file("film.mp4"), Workshop.file("link.mp4"))
    symlink(film, link)
    let sizes = try [film, link].map { path in
      try Command.run("render", file, "-o", path, "--no-cache").errors
        .components(separatedBy: "  ").first { $0.hasSuffix(" kB") }
    }
    #expect(sizes[0] != nil && sizes[0] == sizes[1], "\(sizes)")
  }

  @Test("says nothing about caches of fonts when it looks at a drawing")
  func drawing() throws {
    let drawing = Workshop.file("a.svg")
    let text =
      "<svg xmlns='http://www.w3.org/2000/svg' width='80' height='20'><text y='15'>abc</text></svg>"
    try Workshop.write(Array(text.utf8), to: drawing)
    let nowhere = ["HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"]
    let run = try Command.run("probe", drawing, environment: nowhere)
    #expect(
      run.code == 0 && run.output.contains("80×20") && run.errors.isEmpty, "\(run.output)\(run.errors)")
  }
}
