import Foundation
import Testing

@Suite("An author's code")
struct AuthorsCodeTests {
  private static func piece(_ body: String, _ rest: String = "") throws -> String {
    try Command.piece(
      """
      import Libretto
      struct Mine: Composition {
        var canvas: Canvas { .size(64, 36).lasting(1) }
        var body: Layers {
      \(body)
        }
      }
      \(rest)
      """)
  }

  @Test(
    "that stops is told of in a sentence with its line",
    arguments: [
      ("let zero = Int(\"0\") ?? 1\nText(\"\\(5 / zero)\")", 6, "this divides by zero"),
      (
        "let list = [1, 2]\nlet place = Int(\"7\")\nText(\"\\(list[place ?? 0])\")", 7,
        "there is no element of this"
      ),
      ("let none = Int(\"x\")\n\nText(\"\\(none!)\")", 7, "there is no value here, and ! says"),
      (
        "let most = Int.max - (Int(\"0\") ?? 1)\nText(\"a\")\nText(\"\\(most + 1)\")", 7,
        "a whole number gets too large"
      ),
      (
        "let zero = Double(\"0\") ?? 1\nText(\"\\(Int(1 / zero))\")", 6,
        "a number is too large here to be a whole"
      ),
      (
        "let (low, high) = (0.2, Double(\"0.1\") ?? 1)\nlet range = low...high\nText(\"\\(range)\")", 6,
        "a range ends before"
      ),
      ("Text(\"a\")\nText(\"\\(deep(1))\")", 10, "this calls itself again and again"),
    ])
  func traps(body: String, line: Int, words: String) throws {
    let deep = "\nfunc deep(_ number: Int) -> Int {\n  number > 0 ? deep(number + 1) + 1 : 0\n}"
    let file = try Self.piece(body, deep)
    let run = try Command.run("timeline", file)
    #expect(run.code == 65)
    #expect(run.errors.contains(":\(line): error: \(words)"), "\(run.errors)")
    #expect(!run.errors.contains("Fatal error") && !run.errors.contains("rax"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count <= 3, "\(run.errors)")
  }

  @Test("that stops while a frame is painted is told of too, and what it said before is there")
  func closures() throws {
    let file = try Self.piece(
      "Text(\"a\").opacity { seconds in\n[1.0, 0.5][Int(seconds * 10)]\n}")
    let run = try Command.run("render", file, "-o", "stopped.mp4")
    #expect(run.code == 65)
    #expect(run.errors.contains(":6: error: the program stopped in what this works out"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: Workshop.folder + "/stopped.mp4"))
  }

  @Test("may say what it likes on standard error, whether it stops or not", arguments: [true, false])
  func speaks(stops: Bool) throws {
    let file = try Command.piece(
      """
      import Foundation
      import Libretto
      struct Mine: Composition {
        var canvas: Canvas { .size(64, 36).lasting(1) }
        var body: Layers {
          let zero = Int("0") ?? 1
          let () = FileHandle.standardError.write(Data("I am here\\n".utf8))
          Text("\\(\(stops ? "5 / zero" : "zero"))")
        }
      }
      """)
    let run = try Command.run("timeline", file)
    #expect(run.code == (stops ? 65 : 0))
    #expect(run.errors.hasPrefix("I am here\n"), "\(run.errors)")
  }

  @Test("that never ends says where it is, and is given up")
  func endless() throws {
    let file = try Self.piece(
      "Text(\"\\(spin())\")",
      "\nfunc spin() -> Int {\n  var number = 0\n  while number >= 0 { number = (number + 1) % 1000 }\n  return number\n}"
    )
    let run = try Command.run("timeline", file, environment: ["LIBRETTO_LIMITS": "body-seconds=2"])
    #expect(run.code == 65)
    #expect(
      run.errors.contains(":11: warning: the body of Mine has worked for 1 s and isn't done"),
      "\(run.errors)")
    #expect(run.errors.contains(":11: error: the body of Mine doesn't come to an end"), "\(run.errors)")
  }

  @Test("that waits for a song to be heard isn't slow by itself")
  func waits() throws {
    let song = "Song(\"\(Command.root)/Compositions/neon-rain.ogg\")"
    let file = try Self.piece(
      "let energy = \(song).energy\nText(\"a\").opacity(.following(energy, from: 1, to: 0.5))")
    // Where nothing was heard before, hearing takes seconds.
    let run = try Command.run(
      "timeline", file,
      environment: ["LIBRETTO_LIMITS": "body-seconds=1", "LIBRETTO_CACHE_DIR": Workshop.file("new-cache")])
    #expect(run.code == 0, "\(run.errors)")
    #expect(!run.errors.contains("has worked for"), "\(run.errors)")
  }

  @Test("with a component that is in itself is refused at the component's line")
  func recursion() throws {
    let file = try Self.piece(
      "Loop()", "\nstruct Loops {}\nstruct Loop: Component { var body: Layers { Loop() } }")
    let run = try Command.run("still", file)
    #expect(run.code == 65)
    #expect(
      run.errors.contains(":10: error: the component Loop is in itself, and has no end"), "\(run.errors)")
  }

  @Test(
    "with a slip of the fingers is told what was meant",
    arguments: [
      ("Image(\"a.png\").scael(2)", ["hint: did you mean scale?"]),
      ("Txt(\"a\")", ["hint: did you mean Text?"]),
      (
        "Text(\"a\").opacity(.ramp(from: 0, to: 1, over: 1, easing: .easeOt))",
        ["hint: did you mean .easeOut?", "Easing has .anticipate, .backIn", ".sineInOut"]
      ),
      ("Text(\"a\").fill(.hotPnk)", ["hint: did you mean .hotPink?"]),
      ("Text(\"a\").entering(.disolve, over: 1)", ["hint: did you mean .dissolve?"]),
      ("Text(\"a\").placed(.lowerThrid)", ["hint: did you mean .lowerThird?"]),
    ])
  func slips(element: String, words: [String]) throws {
    let run = try Command.run("list", try Self.piece(element))
    #expect(run.code == 65)
    for word in words { #expect(run.errors.contains(word), "\(run.errors)") }
  }

  @Test("may name files, compositions and the values of flags in any letter case")
  func letterCase() throws {
    let file = try Self.piece(
      """
      Image("A.PNG")
      Visualizer().style(.stream(from: .brightParts(of: "A.Png")))
      Soundtrack(Song("Tone.Wav"))
      """)
    let run = try Command.run(
      "render", file, "mine", "--quality", "DRAFT", "--preset", "UltraFast", "-o", "case.mp4")
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test("whose words run off the screen is warned")
  func overhang() throws {
    let run = try Command.run(
      "still", try Self.piece("Text(\"wide\").font(\"Inter\", size: 40)"), "-o", "wide.png")
    #expect(run.code == 0)
    #expect(run.errors.contains(":5: warning: \"wide\" runs off the screen, by "), "\(run.errors)")
    #expect(run.errors.contains("hint: .fitting(width: .percent(90))"), "\(run.errors)")
  }
}
