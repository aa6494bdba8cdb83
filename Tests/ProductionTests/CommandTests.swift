import Foundation
import Media
import Primitives
import Testing

/// The command as it is used: a file, a program, an exit code.
@Suite("The command")
struct CommandTests {
  @Test("is built from the sources as they are")
  func isFresh() throws {
    let find = Process()
    find.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let stamp = Command.root + "/.build/libretto.stamp"
    find.arguments = ["find", Command.root + "/Sources", "-newer", stamp, "-name", "*.swift"]
    let pipe = Pipe()
    find.standardOutput = pipe
    try find.run()
    let changed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(changed.isEmpty, "build the command anew: Scripts/build")
  }

  @Test("makes a film of a file, and compiles it once")
  func renders() throws {
    let (file, film) = (try Command.piece(Command.fine), Workshop.file("film.mp4"))
    let first = try Command.run("render", file, "-o", film)
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.output.isEmpty)
    #expect(try FilmCheck.report(film).frameCount == 30)
    let entries = { try FileManager.default.contentsOfDirectory(atPath: Workshop.folder + "/cache/pieces") }
    let before = try entries().filter { !$0.hasPrefix(".") }
    _ = try Command.run("still", file, "-o", Workshop.file("still.png"))
    #expect(Set(before).isSubset(of: try entries()))
  }

  @Test("makes anew what is damaged in its cache")
  func damagedCache() throws {
    let source = Command.fine.replacingOccurrences(of: ".lasting(1)", with: "")
      .replacingOccurrences(of: "}\n}", with: "; Soundtrack(Song(\"tone.wav\")) }\n}")
    let (file, cache) = (try Command.piece(source), ["LIBRETTO_CACHE_DIR": Workshop.file("cache")])
    let whole = try Command.run("list", file, environment: cache)
    #expect(whole.output == "Fine  64×36 at 30  3.000 s\n", "\(whole.errors)")
    for folder in ["pieces", "findings"] {
      let place = (cache["LIBRETTO_CACHE_DIR"] ?? "") + "/" + folder
      let entry = try #require(FileManager.default.contentsOfDirectory(atPath: place).first)
      let kept = "\(place)/\(entry)" + (folder == "pieces" ? "/piece" : "")
      var bytes = try Workshop.bytes(of: kept)
      bytes[bytes.count / 2] ^= 1
      try FileHandle(forWritingTo: URL(fileURLWithPath: kept)).write(contentsOf: bytes)
      let again = try Command.run("list", file, environment: cache)
      #expect(again.output == whole.output, "\(folder): \(again.errors)")
    }
  }

  @Test("writes several stills beside each other, and JPEG where the name says so")
  func stills() throws {
    let (file, still) = (try Command.piece(Command.fine), Workshop.file("still.jpg"))
    let run = try Command.run("still", file, "--at", "0.5", "--at", "frame:29", "-o", still)
    #expect(run.code == 0, "\(run.errors)")
    for number in ["0015", "0029"] {
      let name = still.replacingOccurrences(of: ".jpg", with: "-\(number).jpg")
      #expect(try PictureFile.open(name).facts.size == PixelSize(width: 64, height: 36))
    }
  }

  @Test("paints at another size")
  func scale() throws {
    let still = Workshop.file("still.png")
    let run = try Command.run("still", try Command.piece(Command.fine), "--scale", "2", "-o", still)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try PictureFile.open(still).facts.size == PixelSize(width: 128, height: 72))
  }

  @Test("reads all files of a folder, and a file with its own @main")
  func foldersAndMain() throws {
    let folder = Workshop.file("folder")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Workshop.write(Array("import Libretto\nlet tint = Color.teal".utf8), to: folder + "/tint.swift")
    let main = """
      import Libretto
      @main struct Tinted: Composition {
        var canvas: Canvas { .size(32, 32).frameRate(.ntsc).lasting(1) }
        var body: Layers { Solid(tint) }
      }
      """
    try Workshop.write(Array(main.utf8), to: folder + "/film.swift")
    let list = try Command.run("list", folder)
    #expect(list.code == 0, "\(list.errors)")
    #expect(list.output == "Tinted  32×32 at 30000/1001  1.001 s\n")
  }

  @Test("tells compositions of the same name apart by the types around them")
  func sameNames() throws {
    let same = "struct Same: Composition { var body: Layers { Solid(.ink).lasting(1) } }"
    let file = try Command.piece("import Libretto\nenum A { \(same) }\nenum B { \(same) }")
    let list = try Command.run("list", file)
    #expect(list.output.contains("A.Same  ") && list.output.contains("B.Same  "))
    let short = try Command.run("timeline", file, "Same")
    #expect(short.code == 64 && short.errors.contains("there is A.Same, B.Same"), "\(short.errors)")
    #expect(try Command.run("timeline", file, "B.Same").code == 0)
  }

  @Test("finds nothing missing with doctor, and knows its version")
  func doctor() throws {
    let run = try Command.run("doctor")
    #expect(run.code == 0, "\(run.output)")
    #expect(try Command.run("--version").output.hasPrefix("libretto "))
  }

  @Test("keeps segments between renders, and forgets them when told")
  func cache() throws {
    let (file, folder) = (try Command.piece(Command.fine), Workshop.file("segments"))
    let film = Workshop.file("film.mp4")
    for kept in ["30 frames  ", "30 frames, 30 kept from before"] {
      let run = try Command.run("render", file, "-o", film, "--cache", folder)
      #expect(run.errors.contains(kept), "\(run.errors)")
    }
    #expect(try Command.run("cache", "--cache", folder).output.contains("  1 entries  "))
    #expect(try Command.run("cache", "--cache", folder, "--clear").output.contains("  0 entries  "))
    #expect(try Command.run("cache", "--prune", "lots").code == 64)
  }
}
