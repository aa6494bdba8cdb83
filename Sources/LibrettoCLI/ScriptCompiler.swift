import Foundation
import Host
import Media
import Primitives
import Production

/// Compiles an author's files to a program that is linked to the engine, and keeps it.
struct ScriptCompiler {
  /// The folder with the engine's library and the modules authors import.
  private let engine: String
  private let compiler: String

  init() throws(Problem) {
    let beside = Program.ownPath.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? "."
    engine = Program.environment("LIBRETTO_ENGINE") ?? beside
    guard FileManager.default.fileExists(atPath: "\(engine)/libLibrettoRuntime.so") else {
      throw Problem(
        .unavailable, "the engine isn't in \(engine)",
        hints: "build it: swift build -c release", "or say where it is: LIBRETTO_ENGINE=FOLDER")
    }
    guard let compiler = ScriptCompiler.find("swiftc") else {
      throw Problem(
        .unavailable, "there is no Swift compiler", hints: "install Swift 6.3 and put swiftc on the PATH")
    }
    self.compiler = compiler
  }

  /// The program of some files: as it was kept, or compiled now.
  func program(of sources: [String]) throws(Problem) -> String {
    try ScriptCache.settle()
    let key = try key(of: sources)
    let folder = "\(ScriptCache.folder)/\(key)"
    if let program = ScriptCache.program(in: folder) { return program }
    let scratch = try ScriptCache.scratch()
    defer { ScriptCache.discard(scratch) }
    try compile(sources, to: "\(scratch)/piece")
    // What was compiled may be what an editor saved meanwhile.
    guard try self.key(of: sources) == key else {
      throw Problem(
        .temporary, "\(sources.joined(separator: ", ")) changed while it was compiled",
        hints: "run the same command again")
    }
    try ScriptCache.keep(scratch, as: folder)
    return "\(folder)/piece"
  }

  /// All that the program depends on: the files and where they are, the engine, the compiler.
  private func key(of sources: [String]) throws(Problem) -> Fingerprint {
    var writer = Fingerprinter()
    for source in sources {
      writer.write(source)
      writer.write(bytes: try InputText.bytes(of: source))
    }
    for file in ["\(engine)/libLibrettoRuntime.so", "\(engine)/libLibrettoStart.a", compiler] {
      writer.write(stampOf: file)
    }
    writer.write(flags.joined(separator: " "))
    return writer.finish()
  }

  private var flags: [String] {
    [
      // Lines for what stops there; they cost nothing that can be measured.
      "-Onone", "-gline-tables-only", "-swift-version", "6", "-module-cache-path", ModuleCache.folder,
      "-parse-as-library", "-module-name", "Piece", "-use-ld=lld",
      "-I", "\(engine)/Modules", "-L", engine, "-lLibrettoRuntime", "-lLibrettoStart", "-lm",
      "-Xlinker", "-rpath", "-Xlinker", engine,
    ]
  }

  /// What the compiler says goes to standard error: it names files and lines itself. Only what it says of its own modules
  /// isn't the author's concern.
  private func compile(_ sources: [String], to program: String) throws(Problem) {
    try ModuleCache.settle()
    var answer = try run(sources, to: program)
    if answer.code != 0, ModuleCache.isBlamed(in: answer.said) {
      ModuleCache.clear()
      try ModuleCache.settle()
      answer = try run(sources, to: program)
      if answer.code == 0 {
        Report.say(
          "libretto: warning: the compiler's files in \(ModuleCache.folder) were damaged, and are made anew"
        )
      }
    }
    StandardFiles.say(CompilerWords.hinted(answer.said))
    guard answer.code == 0 else {
      try ScriptCompiler.checkRoom(for: program)
      throw Problem(.badInput, "\(sources.joined(separator: ", ")) didn't compile")
    }
  }

  private func run(_ sources: [String], to program: String) throws(Problem) -> (said: String, code: Int32) {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: compiler)
    let color = Program.terminalWidth == nil ? [] : ["-color-diagnostics"]
    process.arguments = sources + flags + color + ["-o", program]
    (process.standardOutput, process.standardError) = (pipe, pipe)
    do {
      try process.run()
    } catch {
      throw Problem(.unavailable, "can't run \(compiler)", hints: error.localizedDescription)
    }
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (said, process.terminationStatus)
  }

  /// Throws if there is no room for a program: a compiler without it says so in its own words, or dies.
  private static func checkRoom(for program: String) throws(Problem) {
    try UnfinishedFile.create(for: program).write([UInt8](repeating: 0, count: 4_000_000))
  }

  static func find(_ name: String) -> String? {
    let folders = (Program.environment("PATH") ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
