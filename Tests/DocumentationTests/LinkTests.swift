import Foundation
import Testing

@Suite("The links in the documentation")
struct LinkTests {
  @Test("lead to files, and to headings in them", arguments: Page.all.map(\.name))
  func resolve(name: String) throws {
    let page = try #require(Page(name))
    for (number, line) in page.prose {
      for match in line.matches(of: /\]\(([^)\s]+)\)/) {
        let target = String(match.1)
        if !target.contains("://"), !Self.exists(target, from: page.name) {
          Issue.record("\(page.name):\(number): nothing is at \(target)")
        }
      }
    }
  }

  @Test("lead from the index to every page")
  func index() throws {
    let index = try #require(Page("Docs/README.md")).text
    for page in Page.all.map(\.name) where page.hasPrefix("Docs/") && page != "Docs/README.md" {
      let link = "](\(page.dropFirst("Docs/".count)))"
      if !index.contains(link) { Issue.record("Docs/README.md doesn't lead to \(page)") }
    }
  }

  private static func exists(_ target: String, from page: String) -> Bool {
    let parts = target.components(separatedBy: "#")
    let pageFile = Page.root.appendingPathComponent(page)
    let file =
      parts[0].isEmpty
      ? pageFile.path
      : pageFile.deletingLastPathComponent()
        .appendingPathComponent(parts[0].removingPercentEncoding ?? parts[0]).standardized.path
    guard FileManager.default.fileExists(atPath: file) else { return false }
    guard parts.count == 2, let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      return parts.count == 1
    }
    let headings = text.components(separatedBy: "\n").filter { $0.hasPrefix("#") }
    return headings.map(anchor).contains(parts[1])
  }

  /// A heading's name in links, as GitHub makes it.
  private static func anchor(_ heading: String) -> String {
    let words = heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
    return words.filter { $0.isLetter || $0.isNumber || "- _".contains($0) }
      .replacingOccurrences(of: " ", with: "-")
  }
}
