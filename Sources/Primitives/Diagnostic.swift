/// A problem, how much it matters, and the line that caused it.
package struct Diagnostic: Error, Hashable, Sendable {
  package enum Severity: String, Sendable { case warning, error }

  package var severity: Severity
  package var problem: Problem
  package var site: Site?
  /// The author's type whose declaration it is about, where it has no line.
  package var subject: String?

  package init(_ severity: Severity, _ problem: Problem, at site: Site?) {
    self.severity = severity
    self.problem = problem
    self.site = site
  }

  package static func error(
    _ message: String, kind: Problem.Kind = .badInput, at site: Site?, hints: String...
  ) -> Diagnostic {
    Diagnostic(.error, Problem(kind, message, hints: hints), at: site)
  }

  package static func warning(_ message: String, at site: Site?, hints: String...) -> Diagnostic {
    Diagnostic(.warning, Problem(.badInput, message, hints: hints), at: site)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// As compilers print it: place, severity, message, and a line for each hint.
  package var description: String {
    let place = site.map { "\($0): " } ?? "libretto: "
    return ([place + severity.rawValue + ": " + problem.message] + problem.hints.map { "  hint: " + $0 })
      .joined(separator: "\n")
  }
}
