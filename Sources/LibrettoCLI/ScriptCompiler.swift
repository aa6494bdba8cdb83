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
    let folder = "\(ScriptCache.folder)/\(try key(of: sources))"
    if let program = ScriptCache.program(in: folder) { return program }
    let scratch = try ScriptCache.scratch()
    defer { ScriptCache.discard(scratch) }
    try compile(sources, to: "\(scratch)/piece")
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
      "-Onone", "-swift-version", "6", "-module-cache-path", "\(Installation.cache)/modules",
      "-parse-as-library", "-module-name", "Piece", "-use-ld=lld",
      "-I", "\(engine)/Modules", "-L", engine, "-lLibrettoRuntime", "-lLibrettoStart", "-lm",
      "-Xlinker", "-rpath", "-Xlinker", engine,
    ]
  }

  /// What the compiler says goes to standard error as it is: it names files and lines itself.
  private func compile(_ sources: [String], to program: String) throws(Problem) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: compiler)
    process.arguments = sources + flags + ["-o", program]
    process.standardOutput = FileHandle.standardError
    do {
      try process.run()
    } catch {
      throw Problem(.unavailable, "can't run \(compiler)", hints: error.localizedDescription)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      try ScriptCompiler.checkRoom(for: program)
      throw Problem(.badInput, "\(sources.joined(separator: ", ")) didn't compile")
    }
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
