import Foundation
import Testing

@Suite("What the command finds wrong")
struct ComplaintTests {
  @Test("names files that are there and can't be read, and those that aren't")
  func unreadableFiles() throws {
    let file = try Command.piece(
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
    let file = try Command.piece(
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
    let file = try Command.piece(
      "import Libretto\nstruct A: Composition {\n  var body: Layers { Txt(\"x\") }\n}")
    let run = try Command.run("list", file)
    #expect(run.code == 65)
    #expect(run.errors.contains("\(file):3:22: error: cannot find 'Txt' in scope"))
  }

  @Test("reports all that is wrong with a composition, each with its line")
  func diagnostics() throws {
    let file = try Command.piece(
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
    let file = try Command.piece("import Libretto\n\nstruct Empty: Composition {\n  var body: Layers {}\n}")
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
    let source = Command.fine.replacingOccurrences(of: "}\n}", with: "; Soundtrack(Song(\"own.mp4\")) }\n}")
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
    let file = try Command.piece(
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
}
