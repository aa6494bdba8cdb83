import Foundation
package import Primitives

/// The Swift files of an author, for messages about what has no line of its own.
package struct SourceFile: Sendable {
  package let paths: [String]

  package init(paths: [String]) { self.paths = paths }

  /// The line that declares a composition.
  package func site(ofComposition name: String) -> Site? {
    for path in paths {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where line.contains("struct \(name)") {
        return Site(file: path, line: index + 1)
      }
    }
    return nil
  }
}
