package import Primitives
import Synchronization
package import Timeline

/// A composition was refused; the log says why.
package struct Refusal: Error {}

extension Composition {
  /// What plays when. Reports all that is wrong, then fails once.
  package func lowered(
    named name: String, with resources: any Resources, reporting log: DiagnosticLog
  ) throws(Refusal) -> Timeline {
    let authoring = Authoring(resources: resources, log: log)
    let timeline: Timeline? = Authoring.$current.withValue(authoring) { () -> Timeline? in
      let (layers, canvas) = resources.evaluating(name) { (self.body, self.canvas) }
      guard !authoring.memory.isEndless.withLock({ $0 }) else { return nil }
      return Lowering(name: name, canvas: canvas, layers: layers, authoring: authoring)?
        .timeline(of: layers)
    }
    guard let timeline, !log.hasErrors else { throw Refusal() }
    return timeline
  }

  /// The same composition with other props.
  package static func reading(propsFrom decoder: any Decoder) throws -> Self {
    var composition = Self()
    composition.props = try Props(from: decoder)
    return composition
  }
}
