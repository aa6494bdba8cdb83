import Foundation

/// A page of the documentation.
struct Page: Sendable {
  /// From the package's root, such as `Docs/Time.md`.
  let name: String
  let lines: [String]

  /// The package's root folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The pages people read, as far as they are there: the front page, the guide for contributors, what changed, `Docs`.
  static let all: [Page] = {
    let docs = (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/Docs")) ?? []
    let names = docs.sorted().filter { $0.hasSuffix(".md") }.map { "Docs/\($0)" }
    return (["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] + names).compactMap(Page.init)
  }()

  /// Nil if there is no such page.
  init?(_ name: String) {
    guard let text = try? String(contentsOf: Page.root.appendingPathComponent(name), encoding: .utf8) else {
      return nil
    }
    self.name = name
    lines = text.components(separatedBy: "\n")
  }

  var text: String { lines.joined(separator: "\n") }
}

/// What stands between two fences.
struct CodeBlock: Sendable {
  let page: String
  /// The line of its first line of code, counted from 1.
  let line: Int
  /// The word after the opening fence.
  let language: String
  let lines: [String]
}

extension Page {
  /// Its blocks of code, in order. A block that never ends runs to the end of the page.
  var blocks: [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: (line: Int, language: String)?
    for (index, line) in lines.enumerated() where line.hasPrefix("```") {
      if let begun = open {
        let code = Array(lines[begun.line..<index])
        blocks.append(CodeBlock(page: name, line: begun.line + 1, language: begun.language, lines: code))
        open = nil
      } else {
        open = (index + 1, line.dropFirst(3).trimmingCharacters(in: .whitespaces))
      }
    }
    if let open {
      let code = Array(lines[open.line...])
      blocks.append(CodeBlock(page: name, line: open.line + 1, language: open.language, lines: code))
    }
    return blocks
  }

  /// Its lines with their numbers, without those in blocks of code.
  var prose: [(number: Int, line: String)] {
    var isCode = false
    return lines.enumerated().compactMap { index, line in
      if line.hasPrefix("```") { isCode.toggle() }
      return isCode || line.hasPrefix("```") ? nil : (index + 1, line)
    }
  }
}
