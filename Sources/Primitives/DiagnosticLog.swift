import Synchronization

/// The diagnostics of one piece of work, in the order they were found, each once.
package final class DiagnosticLog: Sendable {
  private let found = Mutex<[Diagnostic]>([])

  package init() {}

  package func report(_ diagnostic: Diagnostic) {
    found.withLock { found in
      if !found.contains(diagnostic) { found.append(diagnostic) }
    }
  }

  package var diagnostics: [Diagnostic] { found.withLock { $0 } }
  package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  package var hasErrors: Bool { !errors.isEmpty }
}
