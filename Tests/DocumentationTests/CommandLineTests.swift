import Foundation
import Testing

/// The commands that the built `libretto` knows, with their flags.
private struct CommandBook {
  let flags: [String: Set<String>]

  init() throws {
    var flags: [String: Set<String>] = [:]
    for command in try CommandBook.help([]).matches(of: #/\n  ([a-z]+) /#).map({ String($0.1) }) {
      let words = try CommandBook.help([command]).matches(of: #/(?:\n  | )(--?[a-z-]+)/#).map {
        String($0.1)
      }
      flags[command] = Set(words)
    }
    self.flags = flags
  }

  private static func help(_ words: [String]) throws -> String {
    let (output, code) = try BuiltPackage.run(BuiltPackage.libretto, ["help"] + words)
    try #require(code == 0, "\(output)")
    return output
  }
}

@Suite("The page on the command line")
struct CommandLineTests {
  private let page = Page("Docs/CommandLine.md")?.text ?? ""

  @Test("names every command and every flag")
  func complete() throws {
    let book = try CommandBook()
    try #require(book.flags.count >= 8)
    for (command, flags) in book.flags.sorted(by: { $0.key < $1.key }) {
      for word in [command] + flags.sorted() where !page.contains("`\(word)") {
        Issue.record("Docs/CommandLine.md doesn't name \(word), of libretto \(command)")
      }
    }
  }

  @Test("names no command, and no flag of a command, that isn't there")
  func honest() throws {
    let book = try CommandBook()
    let commands = table("| command |").flatMap { Self.words($0.components(separatedBy: " | ")[0]) }
    for command in commands where book.flags[command] == nil {
      Issue.record("there is no libretto \(command)")
    }
    let rows = table("| flag |").filter { !$0.hasPrefix("| `--help`") }
    try #require(commands.count > 8 && rows.count > 20)
    for row in rows {
      let cells = row.components(separatedBy: " | ")
      let named = cells[1].replacing("all but ", with: "").components(separatedBy: ", ")
      let owners = cells[1].hasPrefix("all but ") ? book.flags.keys.filter { !named.contains($0) } : named
      for (flag, owner) in Self.words(cells[0]).flatMap({ flag in owners.map { (flag, $0) } })
      where book.flags[owner]?.contains(flag) != true {
        Issue.record("libretto \(owner) has no flag \(flag)")
      }
    }
  }

  /// The rows of a table, whose head begins so.
  private func table(_ head: String) -> [String] {
    let lines = page.components(separatedBy: "\n").drop { !$0.hasPrefix(head) }
    return Array(lines.dropFirst(2).prefix { $0.hasPrefix("|") })
  }

  /// The words that begin rows or flags, in code: `-o FILE` is `-o`.
  private static func words(_ text: String) -> [String] {
    text.matches(of: /(?:^\| |, )`(-*[a-z][a-z-]*)/).map { String($0.1) }
  }

  @Test("names every environment variable that is read")
  func environment() throws {
    let sources = try Self.swiftSources()
    let names = Set(sources.flatMap { $0.matches(of: /"((?:LIBRETTO|XDG)_[A-Z_]+)"/).map { String($0.1) } })
    try #require(names.count >= 4)
    for name in names.sorted() where !page.contains("`\(name)`") {
      Issue.record("Docs/CommandLine.md doesn't name \(name)")
    }
  }

  @Test("names every exit code")
  func exitCodes() throws {
    let source = try String(
      contentsOf: Page.root.appendingPathComponent("Sources/Primitives/Problem.swift"), encoding: .utf8)
    let codes = source.matches(of: /case [a-z][A-Za-z]* = (\d+)/).map { String($0.1) }
    try #require(codes.count >= 8)
    for code in codes where !page.contains("| \(code) |") {
      Issue.record("Docs/CommandLine.md doesn't explain exit code \(code)")
    }
  }

  private static func swiftSources() throws -> [String] {
    let folder = Page.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try files.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
    }
  }
}

@Suite("The commands in the documentation")
struct ShellSampleTests {
  @Test("have only words that exist")
  func words() throws {
    let book = try CommandBook()
    for block in Page.all.flatMap(\.blocks) where block.language == "sh" {
      for (index, line) in block.lines.enumerated() {
        guard let problem = Self.problem(with: line, book) else { continue }
        Issue.record("\(block.page):\(block.line + index): \(problem)")
      }
    }
  }

  /// What is wrong with a line that runs libretto, or the program of an author's own package.
  private static func problem(with line: String, _ book: CommandBook) -> String? {
    let code = line.prefix { $0 != "#" }
    let words = code.split(separator: " ").map(String.init)
    let programs = ["libretto", "MyFilms"]
    guard
      let program = words.firstIndex(where: {
        programs.contains($0.components(separatedBy: "/").last ?? "")
      }),
      program + 1 < words.count
    else { return nil }
    let command = words[program + 1]
    guard command != "--version", command != "--help" else { return nil }
    guard let flags = book.flags[command] else { return "there is no command \(command)" }
    let unknown = words.dropFirst(program + 2).first { word in
      let name = String(word.prefix { $0 != "=" })
      return name.hasPrefix("-") && name != "-" && name != "--help" && !flags.contains(name)
    }
    return unknown.map { "\(command) has no flag \($0)" }
  }
}
