import Foundation
import Testing

/// The built command, run as a user would.
struct Command {
  let code: Int32
  let output: String
  let errors: String

  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")
  static let program = root + "/.build/release/libretto"

  /// Runs `libretto` with words in a folder, and waits for it.
  static func run(
    _ words: String..., in folder: String = Workshop.folder, environment: [String: String] = [:]
  ) throws -> Command {
    let running = try start(words, in: folder, environment: environment)
    return try running.finish()
  }

  /// Runs `libretto` and comes back at once.
  static func start(
    _ words: [String], in folder: String = Workshop.folder, environment: [String: String] = [:]
  ) throws -> Running {
    try #require(
      FileManager.default.isExecutableFile(atPath: program), "build the command first: Scripts/build")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var all = ProcessInfo.processInfo.environment
    all["LIBRETTO_ROOT"] = root
    all["LIBRETTO_CACHE_DIR"] = Workshop.folder + "/cache"
    process.environment = all.merging(environment) { $1 }
    return try Running(process)
  }

  struct Running {
    let process: Process
    private let output: URL
    private let errors: URL

    init(_ process: Process) throws {
      self.process = process
      // Files, not pipes: nobody need read along.
      output = URL(fileURLWithPath: Workshop.file("output"))
      errors = URL(fileURLWithPath: Workshop.file("errors"))
      for url in [output, errors] { try Data().write(to: url) }
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }

    func finish() throws -> Command {
      process.waitUntilExit()
      return Command(
        code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }
}
