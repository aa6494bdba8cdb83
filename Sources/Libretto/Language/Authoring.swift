import Synchronization

/// What is at hand while a composition's body is evaluated.
package struct Authoring: Sendable {
  package var resources: any Resources
  package var log: DiagnosticLog
  let memory = AuthoringMemory()
  /// How many compositions are around the one that is evaluated.
  var depth = 0
  /// How many components are.
  private var components = 0

  package init(resources: any Resources, log: DiagnosticLog) {
    self.resources = resources
    self.log = log
  }

  /// What captions come to, in the order in which they were asked for.
  var captions: [CaptionSummary] { memory.captions.withLock { $0 } }

  /// Notes what captions come to; those of a line are worked out again and again.
  func note(_ summary: CaptionSummary) {
    memory.captions.withLock { known in
      let index = known.firstIndex { $0.site == summary.site && $0.sheet == summary.sheet }
      if let index { known[index] = summary } else { known.append(summary) }
    }
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

  /// Components in one another; one that is in itself has no end.
  private static let deepest = 100

  /// What a component's body says. One that is in itself is reported, and then nothing says anything any more.
  static func parts(ofComponent name: String, _ body: () -> Layers) -> Layers {
    guard var authoring = current else { return body() }
    let memory = authoring.memory
    guard !memory.isEndless.withLock({ $0 }) else { return [] }
    guard authoring.components < deepest else {
      memory.isEndless.withLock { $0 = true }
      var diagnostic = Diagnostic.error(
        "the component \(name) is in itself, and has no end", at: nil,
        hints: "components may be \(deepest) deep in one another: let an if say where it ends")
      diagnostic.subject = name
      authoring.log.report(diagnostic)
      return []
    }
    authoring.components += 1
    return $current.withValue(authoring) { authoring.resources.evaluating(name, body) }
  }

  /// Nil outside a lowering; then songs have no length and nothing is reported.
  @TaskLocal package static var current: Authoring?
}
