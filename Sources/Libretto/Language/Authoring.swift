/// What is at hand while a composition's body is evaluated.
package struct Authoring: Sendable {
  package var resources: any Resources
  package var log: DiagnosticLog
  let memory = AuthoringMemory()
  /// How many compositions are around the one that is evaluated.
  var depth = 0

  package init(resources: any Resources, log: DiagnosticLog) {
    self.resources = resources
    self.log = log
  }

  /// The answer to a question about the outside; nil, and reported at a line, if there is none.
  func asking<Answer>(at site: Site, _ question: () throws(Problem) -> Answer) -> Answer? {
    do {
      return try question()
    } catch {
      log.report(Diagnostic(.error, error, at: site))
      return nil
    }
  }

  /// Nil outside a lowering; then songs have no length and nothing is reported.
  @TaskLocal package static var current: Authoring?
}
