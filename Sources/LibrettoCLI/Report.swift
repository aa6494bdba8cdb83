import Foundation
import Primitives

/// What is said on standard error.
enum Report {
  static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  static func say(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { say(shortened(diagnostic).description) }
  }

  /// Says what went wrong, and returns the exit code: that of the first error.
  static func fail(_ diagnostics: [Diagnostic]) -> Int32 {
    say(diagnostics)
    return diagnostics.first { $0.severity == .error }?.problem.kind.rawValue ?? 0
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
