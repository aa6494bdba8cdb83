/// What is at hand while a composition's body is evaluated.
package struct Authoring: Sendable {
  package var resources: any Resources
  package var log: DiagnosticLog

  package init(resources: any Resources, log: DiagnosticLog) {
    self.resources = resources
    self.log = log
  }

  /// Nil outside a lowering; then songs have no length and nothing is reported.
  @TaskLocal package static var current: Authoring?
}
