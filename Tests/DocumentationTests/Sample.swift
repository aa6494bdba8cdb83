/// A block of Swift as a file that compiles on its own; `Docs/README.md` tells authors the rule.
struct Sample {
  private let block: CodeBlock

  init(_ block: CodeBlock) { self.block = block }

  private enum Kind { case file, members, elements }

  /// Whoever imports is a file; whoever begins with a declaration is members; the rest are elements.
  private var kind: Kind {
    if block.lines.contains(where: { $0.hasPrefix("import ") }) { return .file }
    let first = block.lines.first { !$0.isEmpty && !$0.hasPrefix("//") } ?? ""
    let declares = ["var ", "let ", "func ", "struct ", "private ", "@LayersBuilder "]
    return declares.contains(where: first.hasPrefix) ? .members : .elements
  }

  /// Such as `Docs_Time_md_12`, so that blocks may use the same names.
  private var space: String {
    block.page.split { !$0.isLetter && !$0.isNumber }.joined(separator: "_") + "_\(block.line)"
  }

  var fileName: String { "\(space).swift" }

  /// Whether it says all of it itself, the names of its compositions too.
  var isFile: Bool { kind == .file }

  /// The compiler's messages name the page and the line on it.
  var source: String {
    let code = block.lines.map(Sample.withoutImports).joined(separator: "\n")
    let head = kind == .file ? imports : ["import Libretto"]
    return """
      \(head.joined(separator: "\n"))
      struct \(space)\(opening)
      #sourceLocation(file: "\(block.page)", line: \(block.line))
      \(code)
      #sourceLocation()
      \(closing)

      """
  }

  private var imports: [String] { block.lines.filter { $0.hasPrefix("import ") } }

  private static let song = """
    let song = Song(
        "song.ogg", tempo: 96, firstDownbeat: 0.9, sections: ["Verse": 10.9, "Chorus": 40.9])
    """

  private static let lyrics = "let lyrics = LyricSheet(\"song.lrc\")"

  private var isAsLongAsSong: Bool { block.lines.contains { $0.contains("Soundtrack(song)") } }

  private var canvas: String {
    isAsLongAsSong || declares("var canvas") ? "" : "var canvas: Canvas { .landscape1080.lasting(60) }"
  }

  private var opening: String {
    switch kind {
    case .file: " {"
    case .members:
      ": Composition {\n\(declares("let song") ? "" : Sample.song)\n"
        + (declares("let lyrics") ? "" : Sample.lyrics) + "\n\(canvas)"
    case .elements: ": Composition {\n\(Sample.song)\n\(Sample.lyrics)\nvar body: Layers {"
    }
  }

  private var closing: String {
    switch kind {
    case .file: "}"
    case .members: declares("var body") ? "}" : "var body: Layers { Solid(.ink) }\n}"
    case .elements: (isAsLongAsSong ? "" : "Soundtrack(song)\n") + "}\n}"
    }
  }

  private func declares(_ name: String) -> Bool { block.lines.contains { $0.hasPrefix(name) } }

  /// A line with what only a whole file may say taken out of it, its columns kept.
  private static func withoutImports(_ line: String) -> String {
    if line.hasPrefix("import ") { return "" }
    return line.hasPrefix("@main ") ? "      " + line.dropFirst("@main ".count) : line
  }
}
