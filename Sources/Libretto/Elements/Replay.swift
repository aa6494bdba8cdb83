import Primitives
import Timeline

/// An element that plays faster, slower, backwards or again, with all that is in it.
///
/// What was asked of the element before is replayed with it: its motion, its transitions, its length. What is
/// asked of the replay goes by its container's clock.
public struct Replay: StagedElement {
  var payload: ReplayPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  init(_ inner: Layer, _ manner: ReplayPayload.Manner) {
    var inner = inner
    directions = inner.directions.handOverStart()
    payload = ReplayPayload(inner, manner)
  }
}

/// An element, and how it is replayed.
struct ReplayPayload: Sendable {
  enum Manner: Sendable {
    case paced(Animated<Double>, keepsPitch: Bool)
    case reversed
    case looped(Loop)
    case frozen(at: Moment)
  }

  var child: Layer
  var manner: Manner
  /// What the element is laid out in; its own frame if nil.
  var parent: Size?

  init(_ child: Layer, _ manner: Manner) {
    self.child = child
    self.manner = manner
  }

  /// The speed, if it is one and never changes.
  var steadySpeed: Double? {
    guard case .paced(let speed, _) = manner, case .constant(let value) = speed.source else { return nil }
    return value > 0 && value <= ClipCourse.fastest ? value : nil
  }
}
