import Synchronization

/// The diagnostics of one piece of work, in the order they were found, each once.
package final class DiagnosticLog: Sendable {
  private struct Found: Sendable {
    var all: [Diagnostic] = []
    /// The same, only ever asked whether it has one.
    var known: Set<Diagnostic> = []
  }

  private let found = Mutex(Found())

  package init() {}

  package func report(_ diagnostic: Diagnostic) {
    found.withLock { found in
      if found.known.insert(diagnostic).inserted { found.all.append(diagnostic) }
    }
  }

  package var diagnostics: [Diagnostic] { found.withLock { $0.all } }
  package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  package var hasErrors: Bool { !errors.isEmpty }
}
