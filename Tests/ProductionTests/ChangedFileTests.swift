import Footage
import Foundation
import Libretto
import Media
import Primitives
import Synchronization
import Testing
import Timeline

@testable import Production

/// Everything that a film can be made of, in a folder of its own.
private struct Everything: Composition {
  var folder = ""
  var canvas: Canvas { .size(128, 64).lasting(3) }
  var body: Layers {
    Series {
      Video("\(folder)/clip.mp4").lasting(1.5)
      Image("\(folder)/a.png").kenBurns(.zoomIn(0.2)).lasting(1.5)
    }
    .graded(.lut("\(folder)/night.cube"))
    Captions(LyricSheet("\(folder)/words.lrc"))
    Soundtrack(Song("\(folder)/tone.wav"))
  }
}

@Suite("A file that is written over while a film is made of it")
struct ChangedFileTests {
  private static func cube(_ scale: Double) -> [UInt8] {
    let corners = (0..<8).map { corner in
      [corner & 1, corner >> 1 & 1, corner >> 2].map { "\(Double($0) * scale)" }.joined(separator: " ")
    }
    return Array(("LUT_3D_SIZE 2\n" + corners.joined(separator: "\n") + "\n").utf8)
  }

  private static func clip(_ first: Int) throws -> [UInt8] {
    let path = Workshop.file("clip.mp4")
    var film = NumberedFilm(container: "mp4", count: 60, rate: 30, name: "clip")
    film.first = first
    try film.write(to: path)
    return try Workshop.bytes(of: path)
  }

  /// The files as they are first, and others like them.
  private static func files() throws -> [String: (old: [UInt8], new: [UInt8])] {
    let tone = try Workshop.bytes(of: Workshop.folder + "/tone.wav")
    return [
      "clip.mp4": (try clip(0), try clip(500)),
      "a.png": (
        try Workshop.bytes(of: Workshop.folder + "/a.png"),
        try Workshop.bytes(of: Workshop.folder + "/b.png")
      ),
      "night.cube": (cube(1), cube(0.5)),
      "words.lrc": (
        Array("[00:00.10]one\n[00:01.00]two\n".utf8), Array("[00:00.10]six\n[00:01.00]ten\n".utf8)
      ),
      "tone.wav": (tone, Array(tone.prefix(1000)) + tone.dropFirst(1000).map { $0 / 2 }),
    ]
  }

  private func render(_ folder: String, cache: RenderCache?, meanwhile: @escaping @Sendable () -> Void = {})
    throws
    -> [UInt8]
  {
    let path = Workshop.file("film.mp4")
    let isFirst = Mutex(true)
    try Stage(Everything(folder: folder)).render(jobs: 1, cache: cache, to: path) { _ in
      let isNow = isFirst.withLock { isFirst in
        defer { isFirst = false }
        return isFirst
      }
      if isNow { meanwhile() }
    }
    return try Workshop.bytes(of: path)
  }

  @Test(
    "ends the render with its name, and leaves nothing wrong for the old file",
    arguments: ["clip.mp4", "a.png", "night.cube", "words.lrc", "tone.wav"])
  func written(name: String) throws {
    let folder = Workshop.file("changing")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = try Self.files()
    for (name, file) in files { try Workshop.write(file.old, to: "\(folder)/\(name)") }
    let clean = try render(folder, cache: nil)
    let cache = RenderCache(folder: folder + "/cache") { _ in }
    let file = try #require(files[name])
    do {
      _ = try render(folder, cache: cache) { try? Workshop.write(file.new, to: "\(folder)/\(name)") }
      Issue.record("the film was made of something that isn't there any more")
    } catch let problem as Problem {
      #expect(problem.kind == .temporary && problem.message.contains(name), "\(problem)")
    }
    try Workshop.write(file.old, to: "\(folder)/\(name)")
    #expect(try render(folder, cache: cache) == clean)
  }

  @Test("takes what was found out about it meanwhile with it", arguments: [false, true])
  func findings(isBroken: Bool) throws {
    let song = Workshop.file("song.wav")
    let tone = try Workshop.bytes(of: Workshop.folder + "/tone.wav")
    try Workshop.write(tone, to: song)
    let continuity = Continuity()
    continuity.note(try KnownFile.look(at: song, isStreamed: true))
    let made = Result {
      try continuity.keeping { () throws(Problem) -> Int in
        try? Workshop.write(Array(tone.dropLast(9000)), to: song)
        if isBroken { throw Problem(.badInput, "can't read it") }
        return 1
      }
    }
    #expect(throws: KnownFile.changed(song)) { try made.get() }
  }

  @Test("that is read whole may be saved again as it was, or moved")
  func savedAgain() throws {
    let picture = Workshop.file("a.png")
    let bytes = try Workshop.bytes(of: Workshop.folder + "/a.png")
    try Workshop.write(bytes, to: picture)
    let resources = ProjectResources()
    _ = try resources.picture(AssetPath(picture, from: Site(file: "/x.swift", line: 1)))
    try Workshop.write(bytes, to: picture)
    try resources.checkFiles()
    try Workshop.write(bytes + [0], to: picture)
    #expect(throws: KnownFile.changed(picture)) { try resources.checkFiles() }
  }
}

@Suite("What is known of a file")
struct KnownAnswersTests {
  private func place(_ path: String) -> AssetPath { AssetPath(path, from: Site(file: "/x.swift", line: 1)) }

  @Test("is known for the encoding that was asked for, and for no other")
  func encodings() throws {
    let sheet = Workshop.file("words.lrc")
    try Workshop.write(Array("[00:01.00]na".utf8) + [0xEF, 0x76, 0x65] + Array("\n".utf8), to: sheet)
    let resources = ProjectResources()
    let texts = try ["windows-1252", "koi8-r", "windows-1252"].map {
      "\(try resources.lyrics(place(sheet), encoding: $0))"
    }
    #expect(texts.map { $0.contains("naïve") } == [true, false, true] && texts[1].contains("naОve"))
  }

  static let looks: [(name: String, look: @Sendable (ProjectResources, AssetPath) throws -> Void)] = [
    ("picture", { _ = try $0.picture($1) }), ("clip", { _ = try $0.clip($1, rate: nil) }),
    ("song", { _ = try $0.song($1) }), ("table", { _ = try $0.colorTable($1) }),
    ("sheet", { _ = try $0.lyrics($1, encoding: nil) }),
    (
      "beats",
      {
        _ = try $0.hearing(
          AssetPath(Workshop.folder + "/tone.wav", from: Site(file: "/", line: 1)), beatsFrom: $1)
      }
    ),
  ]

  @Test("isn't asked of a pipe, which would never answer", .timeLimit(.minutes(1)), arguments: looks)
  func pipes(look: (name: String, look: @Sendable (ProjectResources, AssetPath) throws -> Void)) throws {
    let pipe = Workshop.file("pipe.lrc")
    mkfifo(pipe, 0o600)
    do {
      try look.look(ProjectResources(), place(pipe))
      Issue.record("a pipe was read as a \(look.name)")
    } catch let problem as Problem {
      #expect(problem.kind == .badInput && problem.message.hasSuffix("it is no regular file"), "\(problem)")
    }
  }
}
