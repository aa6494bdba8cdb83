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

  /// Runs `libretto` and comes back at once; a shell does `setup` first, if there is any.
  static func start(
    _ words: [String], in folder: String = Workshop.folder, environment: [String: String] = [:],
    after setup: String? = nil
  ) throws -> Running {
    try #require(
      FileManager.default.isExecutableFile(atPath: program), "build the command first: Scripts/build")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: setup == nil ? program : "/bin/sh")
    process.arguments = (setup.map { ["-c", $0 + "; exec \"$0\" \"$@\"", program] } ?? []) + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var all = ProcessInfo.processInfo.environment
    all["LIBRETTO_ROOT"] = root
    all["LIBRETTO_CACHE_DIR"] = Workshop.folder + "/cache"
    process.environment = all.merging(environment) { $1 }
    return try Running(process)
  }

  /// A library for LD_PRELOAD, made of a C file of Scripts; nil where there is no C compiler.
  static func library(_ name: String) throws -> String? {
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let path = Workshop.file("\(name).so")
    compiler.arguments = ["cc", "-shared", "-fPIC", "-o", path, "\(root)/Scripts/\(name).c", "-ldl"]
    try compiler.run()
    compiler.waitUntilExit()
    return compiler.terminationStatus == 0 ? path : nil
  }

  /// A Swift file in the workshop.
  static func piece(_ source: String, named name: String = "piece.swift") throws -> String {
    let path = Workshop.file(name)
    try Workshop.write(Array(source.utf8), to: path)
    return path
  }

  /// A composition with nothing wrong in it.
  static let fine = """
    import Libretto
    struct Fine: Composition {
      var canvas: Canvas { .size(64, 36).lasting(1) }
      var body: Layers { Image("a.png") }
    }
    """

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

    /// Until something is so, the process ends, or half a minute is over.
    func wait(until isSo: () throws -> Bool) throws {
      for _ in 0..<1500 where process.isRunning {
        if try isSo() { return }
        usleep(20_000)
      }
    }

    func finish() throws -> Command {
      process.waitUntilExit()
      return Command(
        code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }
}
