import Foundation
import Media
import Primitives
import Testing

@Suite("The cache folder")
struct CacheSafetyTests {
  private func mode(of path: String) -> UInt16 {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    return (facts?[.posixPermissions] as? NSNumber)?.uint16Value ?? 0
  }

  /// A piece that was compiled, and where.
  private func compiled(after setup: String? = nil) throws -> (
    words: [String], cache: String, piece: String
  ) {
    let cache = Workshop.file("cache")
    let words = ["list", try Command.piece(Command.fine)]
    let run = try Command.start(words, environment: ["LIBRETTO_CACHE_DIR": cache], after: setup).finish()
    #expect(run.code == 0, "\(run.errors)")
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: cache + "/pieces").first)
    return (words, cache, "\(cache)/pieces/\(name)")
  }

  @Test("is this user's alone, whatever the umask says")
  func umask() throws {
    let (words, cache, piece) = try compiled(after: "umask 000")
    let film = Workshop.file("film.mp4")
    let run = try Command.start(
      ["render", words[1], "-o", film], environment: ["LIBRETTO_CACHE_DIR": cache], after: "umask 000"
    ).finish()
    #expect(run.code == 0, "\(run.errors)")
    for folder in ["", "/pieces", "/modules", "/segments", "/segments/ledgers"] {
      #expect(mode(of: cache + folder) == 0o700, "\(folder)")
    }
    #expect(mode(of: piece) == 0o700 && mode(of: piece + "/piece") == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: cache + "/segments")
    where name != "ledgers" {
      #expect(mode(of: "\(cache)/segments/\(name)") == 0o600)
    }
    #expect(mode(of: film) == 0o666, "a film is for others too")
  }

  @Test("has nothing in it that somebody else may have put there", arguments: ["/piece", "/digest", ""])
  func planted(openPart: String) throws {
    let (words, cache, piece) = try compiled()
    let script = Array("#!/bin/sh\necho planted\n".utf8)
    try Workshop.write(script, to: piece + "/piece")
    try Workshop.write(Array("\(Fingerprint(of: script))\n".utf8), to: piece + "/digest")
    chmod(piece + openPart, 0o777)
    let run = try Command.start(words, environment: ["LIBRETTO_CACHE_DIR": cache]).finish()
    #expect(run.code == 0 && run.output == "Fine  64×36 at 30  1.000 s\n", "\(run.output)\(run.errors)")
  }

  @Test("is closed to others before it is used, and refused if it is somebody else's")
  func opened() throws {
    let (words, cache, _) = try compiled()
    for folder in [cache, cache + "/pieces"] { chmod(folder, 0o777) }
    let environment = ["LIBRETTO_CACHE_DIR": cache]
    #expect(try Command.start(words, environment: environment).finish().code == 0)
    #expect(mode(of: cache) == 0o755 && mode(of: cache + "/pieces") == 0o755)
    guard geteuid() == 0 else { return }
    chown(cache + "/pieces", 4711, 4711)
    let run = try Command.start(words, environment: environment).finish()
    #expect(run.code == 73 && run.errors.contains("it is somebody else's"), "\(run.errors)")
  }

  @Test(
    "is mended with a word where the compiler's modules are damaged, or lay elsewhere",
    arguments: [false, true])
  func modules(areMoved: Bool) throws {
    var (words, cache, piece) = try compiled()
    if areMoved {
      let other = Workshop.file("moved")
      try FileManager.default.moveItem(atPath: cache, toPath: other)
      cache = other
    } else {
      let files =
        FileManager.default.enumerator(atPath: cache + "/modules")?.compactMap { $0 as? String } ?? []
      for file in files where file.hasSuffix(".pcm") { truncate("\(cache)/modules/\(file)", 0) }
      try FileManager.default.removeItem(atPath: piece)
    }
    let environment = ["LIBRETTO_CACHE_DIR": cache]
    let mended = try Command.start(words, environment: environment).finish()
    #expect(mended.code == 0, "\(mended.errors)")
    #expect(mended.errors.split(separator: "\n").count == 1 && mended.errors.contains("were damaged"))
    piece = try Command.piece(Command.fine + "\n")
    words[1] = piece
    let next = try Command.start(words, environment: environment).finish()
    #expect(next.code == 0 && next.errors.isEmpty, "\(next.errors)")
  }

  @Test("still says what is wrong with a piece in the compiler's words, once")
  func mistakes() throws {
    let run = try Command.run("list", try Command.piece("import Libretto\nlet x: Int = \"a\"\n"))
    let mark = "piece.swift:2:14: error: cannot convert"
    #expect(run.code == 65 && run.errors.components(separatedBy: mark).count == 2, "\(run.errors)")
  }
}

@Suite("An upgrade of a library")
struct UpgradeTests {
  /// A copy of a library that the linker gave another identity, where the next process finds it first.
  private func upgraded(_ library: NativeLibrary) throws -> String {
    let loaded = try #require(LoadedLibrary.all.first { $0.name.hasPrefix(library.file) })
    var bytes = try Workshop.bytes(of: loaded.resolvedPath)
    let place = try #require(
      bytes.indices.first { bytes[$0] == loaded.build[0] && bytes[$0...].starts(with: loaded.build) })
    bytes[place] ^= 1
    let folder = Workshop.file("libraries")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Workshop.write(bytes, to: "\(folder)/\(loaded.name)")
    return folder
  }

  @Test(
    "makes everything anew, though nothing else changed",
    arguments: [.libjpeg, .soundtouch, .librsvg, .fontconfig, .libheif, .lcms2] as [NativeLibrary])
  func makesAnew(library: NativeLibrary) throws {
    let (file, folder) = (try Command.piece(Command.fine), Workshop.file("segments"))
    let words = ["--quality", "draft", "--cache", folder]
    #expect(
      try Command.start(["render", file, "-o", Workshop.file("film.mp4")] + words).finish().code == 0)
    let before = try Command.start(["plan", file] + words).finish()
    #expect(before.output.contains("0 of 1 segments to make"), "\(before.output)\(before.errors)")
    let path = ["LD_LIBRARY_PATH": try upgraded(library)]
    let after = try Command.start(["plan", "--why", file] + words, environment: path).finish()
    #expect(after.output.contains("1 of 1 segments to make"), "\(after.output)\(after.errors)")
    #expect(after.output.contains("another build of libretto or of its libraries"))
  }
}
