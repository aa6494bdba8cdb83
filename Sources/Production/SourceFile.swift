import Foundation
package import Primitives

/// The Swift files of an author, for messages about what has no line of its own.
package struct SourceFile: Sendable {
  package let paths: [String]

  package init(paths: [String]) { self.paths = paths }

  /// The line that declares a type.
  package func site(of name: String) -> Site? {
    // Of a generic one, what stands before its arguments.
    let plain = name.prefix { $0 != "<" }
    let words = ["struct", "class", "enum", "actor"].map { "\($0) \(plain)" }
    for path in paths {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where words.contains(where: { line.declares($0) }) {
        return Site(file: path, line: index + 1)
      }
    }
    return nil
  }
}

extension Substring {
  /// Whether some words are in it, and aren't the begin of a longer name.
  fileprivate func declares(_ words: String) -> Bool {
    ranges(of: words).contains { range in
      let after = self[range.upperBound...].first
      return after.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
    }
  }
}
