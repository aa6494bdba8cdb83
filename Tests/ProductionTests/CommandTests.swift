import Foundation
import Media
import Primitives
import Testing

/// The command as it is used: a file, a program, an exit code.
@Suite("The command")
struct CommandTests {
  /// A Swift file in the workshop.
  private func piece(_ source: String, named name: String = "piece.swift") throws -> String {
    let path = Workshop.file(name)
    try Workshop.write(Array(source.utf8), to: path)
    return path
  }

  private let fine = """
    import Libretto
    struct Fine: Composition {
      var canvas: Canvas { .size(64, 36).lasting(1) }
      var body: Layers { Image("a.png") }
    }
    """

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
    let (file, film) = (try piece(fine), Workshop.file("film.mp4"))
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
    let source = fine.replacingOccurrences(of: ".lasting(1)", with: "")
      .replacingOccurrences(of: "}\n}", with: "; Soundtrack(Song(\"tone.wav\")) }\n}")
    let (file, cache) = (try piece(source), ["LIBRETTO_CACHE_DIR": Workshop.file("cache")])
    let whole = try Command.run("list", file, environment: cache)
    #expect(whole.output == "Fine  64×36 at 30  3.000 s\n", "\(whole.errors)")
    for folder in ["pieces", "songs"] {
      let place = (cache["LIBRETTO_CACHE_DIR"] ?? "") + "/" + folder
      let entry = try #require(FileManager.default.contentsOfDirectory(atPath: place).first)
      let kept = "\(place)/\(entry)" + (folder == "pieces" ? "/piece" : "")
      var bytes = try Workshop.bytes(of: kept)
      // In a song's entry, the first digit of its length.
      bytes[6] ^= 1
      try FileHandle(forWritingTo: URL(fileURLWithPath: kept)).write(contentsOf: bytes)
      let again = try Command.run("list", file, environment: cache)
      #expect(again.output == whole.output, "\(folder): \(again.errors)")
    }
  }

  @Test("writes several stills beside each other, and JPEG where the name says so")
  func stills() throws {
    let (file, still) = (try piece(fine), Workshop.file("still.jpg"))
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
    let run = try Command.run("still", try piece(fine), "--scale", "2", "-o", still)
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
    let file = try piece("import Libretto\nenum A { \(same) }\nenum B { \(same) }")
    let list = try Command.run("list", file)
    #expect(list.output.contains("A.Same  ") && list.output.contains("B.Same  "))
    let short = try Command.run("timeline", file, "Same")
    #expect(short.code == 64 && short.errors.contains("there is A.Same, B.Same"), "\(short.errors)")
    #expect(try Command.run("timeline", file, "B.Same").code == 0)
  }

  @Test("names files that are there and can't be read, and those that aren't")
  func unreadableFiles() throws {
    let file = try piece(
      """
      import Libretto
      struct Unread: Composition {
        var canvas: Canvas { .size(64, 36).lasting(1) }
        var body: Layers {
          Image("unread-loop.png")
          Image("unread-dangling.png")
          Image("")
        }
      }
      """)
    for (name, to) in [("unread-loop.png", "unread-loop.png"), ("unread-dangling.png", "nowhere.png")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(Workshop.folder)/\(name)", withDestinationPath: to)
    }
    let run = try Command.run("still", file)
    for words in [
      ":5: error: can't read unread-loop.png: too many levels",
      ":6: error: there is no file unread-dangling",
      "it is a link to what isn't there", ":7: error: the name of this file is empty",
    ] { #expect(run.errors.contains(words), "\(run.errors)") }
  }

  @Test("gives a picture whose damage is found in painting its element's line")
  func damagedInside() throws {
    // Only the check sum over the pixels tells, and nobody looks at that before they are decoded.
    var bytes = try Workshop.bytes(of: Workshop.folder + "/a.png")
    bytes[bytes.count / 2] ^= 0x55
    try Workshop.write(bytes, to: Workshop.folder + "/damaged.png")
    let file = try piece(
      """
      import Libretto
      struct Damaged: Composition {
        var canvas: Canvas { .size(64, 36).lasting(1) }
        var body: Layers {
          Image("a.png")
          Group { Image("damaged.png").frame(width: 10) }
        }
      }
      """)
    for command in ["still", "render"] {
      let run = try Command.run(command, file)
      #expect(run.code == 65)
      #expect(run.errors.contains(":6: error: the picture damaged.png is damaged"), "\(run.errors)")
    }
  }

  @Test("passes the compiler's words on, with file and line")
  func compilerErrors() throws {
    let file = try piece("import Libretto\nstruct A: Composition {\n  var body: Layers { Txt(\"x\") }\n}")
    let run = try Command.run("list", file)
    #expect(run.code == 65)
    #expect(run.errors.contains("\(file):3:22: error: cannot find 'Txt' in scope"))
  }

  @Test("reports all that is wrong with a composition, each with its line")
  func diagnostics() throws {
    let file = try piece(
      """
      import Libretto
      struct Wrong: Composition {
        var canvas: Canvas { .size(64, 36).lasting(5) }
        var body: Layers {
          Series {
            Image("nosuch.png").lasting(2)
            Image("a.png").entering(.dissolve, over: 3).lasting(2)
            Image("b.png").lasting(0)
          }
          Text("x").font("Intr", size: 10)
        }
      }
      """)
    let run = try Command.run("render", file, "-o", Workshop.file("film.mp4"))
    #expect(run.code == 66)
    for (line, words) in [
      (6, "there is no file nosuch.png"), (7, "the transition into this lasts 3.000 s"),
      (8, "this has no length"), (10, "there is no font \"Intr\""),
    ] {
      let name = URL(fileURLWithPath: file).lastPathComponent
      #expect(run.errors.contains("\(name):\(line): error: \(words)"), "\(run.errors)")
    }
  }

  @Test("gives an empty film the line of its composition")
  func emptyFilm() throws {
    let file = try piece("import Libretto\n\nstruct Empty: Composition {\n  var body: Layers {}\n}")
    let run = try Command.run("render", file)
    #expect(run.code == 65)
    #expect(run.errors.contains(":3: error: Empty has nothing on stage"))
  }

  @Test(
    "says what is wrong with its words",
    arguments: [
      (["render", "nosuch.swift"], 66, "there is no file nosuch.swift"),
      (["render", "NeonRian"], 66, "did you mean NeonRain?"), (["rendr"], 64, "did you mean render?"),
      (["render", "a.png"], 64, "is no Swift file"),
      (["still", "NeonRain", "--at", "99:00"], 64, "is over by then"),
      (["render", "NeonRain", "-o", "/nosuch/x.mp4"], 73, "can't write /nosuch/x.mp4"),
      (["render", "NeonRain", "-o", "x.avi"], 64, "ends in .mp4"),
      (["render", "NeonRain", "Nobody"], 64, "there is no composition Nobody"),
      (["render", "NeonRain", "--preset", "fst"], 64, "did you mean fast?"),
      (["render", "NeonRain", "--crf", "0"], 64, "a number from 1 to 51"),
    ])
  func wrongWords(words: [String], code: Int, message: String) throws {
    let run = try Command.start(words).finish()
    #expect(run.code == Int32(code))
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("never replaces a picture or a song that a composition is made of")
  func ownFiles() throws {
    let source = fine.replacingOccurrences(of: "}\n}", with: "; Soundtrack(Song(\"own.mp4\")) }\n}")
      .replacingOccurrences(of: "a.png", with: "own.png")
    let folder = Workshop.file("own")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, copy) in [("a.png", "own.png"), ("tone.wav", "own.mp4")] {
      try FileManager.default.copyItem(atPath: "\(Workshop.folder)/\(name)", toPath: "\(folder)/\(copy)")
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.png", withDestinationPath: "own.png")
    try Workshop.write(Array(source.utf8), to: folder + "/piece.swift")
    for (command, name) in [("still", "own.png"), ("still", "link.png"), ("render", "own.mp4")] {
      let before = try Workshop.bytes(of: "\(folder)/\(name)")
      let run = try Command.run(command, "piece.swift", "-o", name, in: folder)
      #expect(run.code == 73 && run.errors.contains("made of it"), "\(run.errors)")
      #expect(try Workshop.bytes(of: "\(folder)/\(name)") == before)
    }
  }

  @Test("says what is wrong with a size before painting at it")
  func hugeSize() throws {
    let file = try piece(
      """
      import Libretto
      struct Huge: Composition {
        var canvas: Canvas { .size(16384, 16384).lasting(1) }
        var body: Layers { Solid(.ink) }
      }
      """)
    for command in ["still", "render"] {
      let run = try Command.run(command, file)
      #expect(run.code == 65 && run.errors.contains("smaller with --scale"), "\(run.errors)")
    }
  }

  @Test("asks no compiler about what is no text, and waits for no pipe")
  func noText() throws {
    let (zeros, noise) = (Workshop.file("a.swift"), Workshop.file("b.swift"))
    let pipe = Workshop.file("c.swift")
    try Workshop.write([UInt8](repeating: 0, count: 100), to: zeros)
    try Workshop.write([0x69, 0xF7, 0x0A, 0x80], to: noise)
    mkfifo(pipe, 0o600)
    for (path, code) in [(zeros, 65), (noise, 65), (pipe, 64), ("", 64)] {
      let run = try Command.run("list", path)
      #expect(run.code == Int32(code))
      #expect(run.errors.hasPrefix("libretto: error: "), "\(run.errors)")
    }
  }

  @Test(
    "stops on Ctrl-C and on SIGTERM, and leaves nothing behind", arguments: [(SIGINT, 130), (SIGTERM, 143)])
  func interruption(signal: Int32, code: Int) throws {
    let film = Workshop.file("stopped.mp4")
    let running = try Command.start(["render", "NeonRain", "--no-cache", "-o", film])
    let temporary = ".\(URL(fileURLWithPath: film).lastPathComponent).tmp"
    // The film is begun once its temporary file is there.
    for _ in 0..<600 where running.process.isRunning {
      let names = try FileManager.default.contentsOfDirectory(atPath: Workshop.folder)
      if names.contains(where: { $0.hasPrefix(temporary) }) { break }
      usleep(50_000)
    }
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
      ("still piece.swift -o closed.png 2>&-", 0), ("still piece.swift -o closed.png <&- >&- 2>&-", 0),
      ("still piece.swift -o closed.png 2>/dev/full", 0), ("still nosuch.swift 2>&-", 66),
      ("list piece.swift >&-", 74), ("list piece.swift >/dev/full", 74),
    ])
  func standardFiles(words: String, code: Int) throws {
    let folder = Workshop.file("standard")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Workshop.write(
      Array(fine.replacingOccurrences(of: "a.png", with: "../a.png").utf8), to: folder + "/piece.swift")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "exec \(Command.program) \(words)"]
    shell.currentDirectoryURL = URL(fileURLWithPath: folder)
    let cache = ["LIBRETTO_ROOT": Command.root, "LIBRETTO_CACHE_DIR": Workshop.folder + "/cache"]
    shell.environment = ProcessInfo.processInfo.environment.merging(cache) { $1 }
    shell.standardError = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == Int32(code))
    guard words.contains("closed.png") else { return }
    // Closed files leave their numbers to the next ones opened; nothing said may end up in a picture.
    #expect(try PictureFile.open(folder + "/closed.png").facts.size == PixelSize(width: 64, height: 36))
  }

  @Test("finds nothing missing with doctor, and knows its version")
  func doctor() throws {
    let run = try Command.run("doctor")
    #expect(run.code == 0, "\(run.output)")
    #expect(try Command.run("--version").output.hasPrefix("libretto "))
  }

  @Test("keeps segments between renders, and forgets them when told")
  func cache() throws {
    let (file, folder) = (try piece(fine), Workshop.file("segments"))
    let film = Workshop.file("film.mp4")
    for kept in ["30 frames  ", "30 frames, 30 kept from before"] {
      let run = try Command.run("render", file, "-o", film, "--cache", folder)
      #expect(run.errors.contains(kept), "\(run.errors)")
    }
    #expect(try Command.run("cache", "--cache", folder).output.contains("  1 entries  "))
    #expect(try Command.run("cache", "--cache", folder, "--clear").output.contains("  0 entries  "))
    #expect(try Command.run("cache", "--prune", "lots").code == 64)
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
    let names = try FileManager.default.contentsOfDirectory(atPath: Workshop.folder)
    let temporary = ".\(URL(fileURLWithPath: film).lastPathComponent).tmp"
    #expect(!names.contains { $0.hasPrefix(temporary) })
  }
}
