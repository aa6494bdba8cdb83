import Foundation
import Testing

/// A page to be followed: its files are saved, its commands run, and what it says they print is compared.
private struct Walk {
  private let page: Page
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("example-\(UUID())")

  init(_ name: String) throws {
    page = try #require(Page(name))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// What is printed otherwise than the page says, with the line where it says it; and how much was compared.
  func follow() throws -> (differences: [String], count: Int) {
    defer { try? FileManager.default.removeItem(at: folder) }
    // The first file that a command names is the one that the page's files are saved as.
    let commands = page.blocks.filter { $0.language == "sh" }.flatMap(\.lines)
    let words = commands.flatMap { $0.split(separator: " ") }
    let file = try #require(words.first { $0.hasSuffix(".swift") })
    var (printed, differences, count) = ("", [String](), 0)
    for block in page.blocks {
      switch block.language {
      case "swift":
        let place = folder.appendingPathComponent(String(file))
        try block.lines.joined(separator: "\n").write(to: place, atomically: true, encoding: .utf8)
      case "sh":
        printed = try block.lines.map(run).joined()
      case "text":
        count += 1
        let difference = Self.difference(printed.components(separatedBy: "\n"), block.lines + [""])
        if let difference { differences.append("\(block.page):\(block.line): \(difference)") }
      default: break
      }
    }
    return (differences, count)
  }

  private func run(_ line: String) throws -> String {
    let words = line.split(separator: " ").map(String.init)
    try #require(words.first == "libretto", "only libretto is run: \(line)")
    let shell =
      "cd $1 && export LIBRETTO_ROOT=\"$2\" LIBRETTO_CACHE_DIR=\"$1/cache\" && shift 2 && exec \"$@\""
    let (output, code) = try BuiltPackage.run(
      "/bin/sh",
      ["-c", shell, "sh", folder.path, Page.root.path, BuiltPackage.libretto] + words.dropFirst())
    try #require(code == 0, "\(line): \(output)")
    return output
  }

  /// The first line that isn't as the page has it. Where the page has `…`, anything may stand.
  private static func difference(_ printed: [String], _ told: [String]) -> String? {
    for index in 0..<max(printed.count, told.count) {
      let line = index < printed.count ? printed[index] : "nothing"
      let parts = (index < told.count ? told[index] : "nothing").components(separatedBy: "…")
      let fits = parts.count == 1 ? line == parts[0] : line.hasPrefix(parts[0]) && line.hasSuffix(parts[1])
      if !fits { return "\"\(line)\" is printed, not \"\(parts.joined(separator: "…"))\"" }
    }
    return nil
  }
}

@Suite("The examples in the documentation")
struct ExampleTests {
  @Test("print what their pages say", arguments: ["Docs/Debugging.md"])
  func printed(page: String) throws {
    let (differences, count) = try Walk(page).follow()
    #expect(count > 0 && differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }
}
