import Foundation
import Host
import Primitives

/// What is said on standard error.
enum Report {
  static func say(_ text: String) { StandardFiles.say(text + "\n") }

  /// Says diagnostics in the order of the author's lines.
  static func say(_ diagnostics: [Diagnostic]) {
    for diagnostic in inOrder(diagnostics) { say(shortened(diagnostic).description) }
  }

  /// What is said of a problem that has no place.
  static func words(of problem: Problem) -> String { "\(Diagnostic(.error, problem, at: nil))\n" }

  /// Says what went wrong, and returns the exit code: that of the first error.
  static func fail(_ diagnostics: [Diagnostic]) -> Int32 {
    say(diagnostics)
    return inOrder(diagnostics).first { $0.severity == .error }?.problem.kind.rawValue ?? 0
  }

  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { first, second in
      func key(_ entry: (offset: Int, element: Diagnostic)) -> (String, Int, Int) {
        (entry.element.site?.file ?? "", entry.element.site?.line ?? 0, entry.offset)
      }
      return key(first) < key(second)
    }.map(\.element)
  }

  /// Files below the current folder are named from there.
  private static func shortened(_ diagnostic: Diagnostic) -> Diagnostic {
    let here = FileManager.default.currentDirectoryPath + "/"
    guard let site = diagnostic.site, site.file.hasPrefix(here) else { return diagnostic }
    var short = diagnostic
    short.site = Site(file: String(site.file.dropFirst(here.count)), line: site.line)
    return short
  }
}
