package import Libretto

/// A composition of a canvas and layers at hand.
package struct Sketch: Composition {
  package var canvas = Canvas.landscape1080
  private var content: @Sendable () -> Layers = { [] }

  package init() {}

  package init(
    _ canvas: Canvas = .landscape1080.lasting(10),
    @LayersBuilder _ content: @escaping @Sendable () -> Layers
  ) {
    self.canvas = canvas
    self.content = content
  }

  package var body: Layers { content() }
}

extension Canvas {
  /// Two seconds of 200×100 pixels, ten frames a second.
  package static let small = Canvas.size(200, 100).frameRate(10).lasting(2)
  /// Two seconds of 160×90 pixels, ten frames a second: what golden pictures are painted on.
  package static let stamp = Canvas.size(160, 90).frameRate(10).lasting(2)
}

extension Composition {
  /// What it is lowered to, or nil, and what was reported.
  package func lowered(
    with resources: some Resources = Stagehand.usual
  ) -> (timeline: Timeline?, log: DiagnosticLog) {
    let log = DiagnosticLog()
    // The log says why there is none.
    guard let timeline = try? lowered(named: "film", with: resources, reporting: log) else {
      return (nil, log)
    }
    // What must never be in one is a fault of lowering, which no test may overlook.
    let violations = timeline.violations
    for sentence in violations { log.report(.error("a timeline never has this: \(sentence)", at: nil)) }
    return (violations.isEmpty ? timeline : nil, log)
  }

  /// The timeline, or the first thing that was reported.
  package func timeline(with resources: some Resources = Stagehand.usual) throws -> Timeline {
    let (timeline, log) = lowered(with: resources)
    guard let timeline else { throw log.errors.first?.problem ?? Problem(.bug, "refused without a reason") }
    return timeline
  }

  /// The timeline without its head, or what went wrong.
  package func dump(with resources: some Resources = Stagehand.usual) -> String {
    let (timeline, log) = lowered(with: resources)
    let head = timeline.map { 1 + $0.captions.count } ?? 0
    let lines = timeline?.dump.split(separator: "\n").dropFirst(head).map(String.init) ?? []
    return (log.diagnostics.map(\.brief) + lines).joined(separator: "\n")
  }
}

extension Diagnostic {
  /// Severity and message, without place and hints.
  package var brief: String { "\(severity.rawValue): \(problem.message)" }
}

extension Sketch: CustomStringConvertible {
  package var description: String { "a film on \(canvas.size)" }
}
