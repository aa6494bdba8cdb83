import Foundation
import Testing

/// `Scripts/setup` with a path on which only some programs are.
@Suite("The setup of a machine")
struct SetupTests {
  private struct Machine {
    let folder = FileManager.default.temporaryDirectory.path + "/libretto-setup-\(UUID().uuidString)"

    /// Programs that answer with a line of shell each; `sh` and `echo` are there as well.
    init(_ programs: [String: String]) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for name in ["sh", "dirname", "env"] {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "/usr/bin/\(name)")
      }
      for (name, line) in programs {
        // A shell writes it: a file that is open here for a moment can be open in a process that another test starts
        // in that moment, and what is open for writing can't be run.
        let shell = try Process.run(
          URL(fileURLWithPath: "/bin/sh"),
          arguments: [
            "-c", "printf '#!/bin/sh\\n%s\\n' \"$2\" >$1 && chmod 755 $1", "sh", "\(folder)/\(name)", line,
          ])
        shell.waitUntilExit()
      }
    }

    func setUp() throws -> (said: String, code: Int32) {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let (process, pipe) = (Process(), Pipe())
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [Page.root.appendingPathComponent("Scripts/setup").path]
      process.environment = ["PATH": folder]
      (process.standardOutput, process.standardError) = (pipe, pipe)
      try process.run()
      let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (said, process.terminationStatus)
    }
  }

  private let lacking = ["swift": "exit 0", "pkg-config": "exit 1", "apt-get": "echo apt-get $*"]

  @Test("does nothing where all is there")
  func complete() throws {
    let (said, code) = try Machine(["swift": "exit 0", "pkg-config": "exit 0"]).setUp()
    #expect(code == 0 && said.isEmpty, "\(said)")
  }

  @Test("says what an administrator has to do where it may not do it", arguments: [nil, "exit 1"])
  func notAllowed(sudo: String?) throws {
    var programs = lacking.merging(["id": "echo 1000"]) { $1 }
    if let sudo { programs["sudo"] = sudo }
    let (said, code) = try Machine(programs).setUp()
    #expect(code == 77, "\(said)")
    #expect(said.contains("setup: missing: libavformat"))
    #expect(said.contains("  sudo apt-get update && sudo apt-get install -y"))
    #expect(!said.contains("\napt-get "), "it must not try")
  }

  @Test("installs with sudo where it may, and says if that didn't help")
  func installs() throws {
    let sudo = "case $1 in -n) exit 0 ;; *) exec \"$@\" ;; esac"
    let (said, code) = try Machine(lacking.merging(["id": "echo 1000", "sudo": sudo]) { $1 }).setUp()
    #expect(said.contains("apt-get update -q\n") && said.contains("apt-get install -y"), "\(said)")
    #expect(code == 69 && said.contains("still missing after installing"), "\(said)")
  }

  @Test("says what is missing where there is no apt-get, or no Swift")
  func withoutTools() throws {
    let (said, code) = try Machine(["swift": "exit 0"]).setUp()
    #expect(code == 69 && said.contains("there is no apt-get; install the development files"), "\(said)")
    let bare = try Machine([:]).setUp()
    #expect(bare.code == 69 && bare.said.contains("there is no Swift"), "\(bare.said)")
  }
}
