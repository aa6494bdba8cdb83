import Primitives
import Timeline

/// An element that plays faster, slower, backwards or again, with all that is in it.
///
/// What was asked of the element before is replayed with it: its motion, its transitions, its length. What is
/// asked of the replay goes by its container's clock.
public struct Replay: LayerElement {
  public var layer: Layer

  init(_ inner: Layer, _ manner: ReplayElement.Manner) {
    var inner = inner
    layer = Layer(.group([]), at: inner.site)
    layer.isDerived = inner.isDerived
    // Where it begins, and what plays over the cut there, is a matter of its container.
    layer.timing.start = inner.timing.start
    layer.overlay = inner.overlay
    inner.timing.start = .start
    inner.overlay = nil
    layer.content = .replay(ReplayElement(manner), inner)
  }
}

/// How an element is replayed.
package struct ReplayElement: Sendable {
  package enum Manner: Sendable {
    case paced(Animated<Double>, keepsPitch: Bool)
    case reversed
    case looped(Loop)
    case frozen(at: Moment)
  }

  package var manner: Manner
  /// What the element is laid out in; its own frame if nil.
  var room: Size?

  init(_ manner: Manner) { self.manner = manner }

  /// The speed, if it is one and never changes.
  var steadySpeed: Double? {
    guard case .paced(let speed, _) = manner, case .constant(let value) = speed.source else { return nil }
    return value > 0 && value <= ClipCourse.fastest ? value : nil
  }
}
