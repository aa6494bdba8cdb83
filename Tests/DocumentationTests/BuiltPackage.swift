import Foundation

/// What SwiftPM built together with these tests.
enum BuiltPackage {
  /// The folder the test program is in, such as `.build/debug`.
  static let folder: URL = {
    let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: program ?? CommandLine.arguments[0]).deletingLastPathComponent()
  }()

  static var modules: String { folder.appendingPathComponent("Modules").path }

  static var libretto: String { folder.appendingPathComponent("libretto").path }

  /// The compiler on the PATH.
  static let compiler: String = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/swiftc" }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "/usr/bin/swiftc"
  }()

  /// Where `import PackageDescription` is found.
  static var manifestModules: String {
    URL(fileURLWithPath: compiler).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("lib/swift/pm/ManifestAPI").path
  }

  /// Runs a program and gives what it printed, on either stream, and its exit code.
  static func run(_ program: String, _ arguments: [String]) throws -> (output: String, code: Int32) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
  }
}
