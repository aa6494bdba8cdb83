/// An element that plays faster, slower, backwards or again, with all that is in it.
///
/// What was asked of the element before is replayed with it: its motion, its transitions, its length. What is
/// asked of the replay goes by its container's clock.
public struct Replay: StagedElement {
  var payload: ReplayPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  init(_ inner: Layer, _ edit: (inout WarpRequest) -> Void) {
    var inner = inner
    directions = inner.directions.handOverStart()
    payload = ReplayPayload(child: inner)
    edit(&payload.warp)
  }
}

/// An element, and how it is replayed.
struct ReplayPayload: Sendable {
  var child: Layer
  var warp = WarpRequest()
  /// What the element is laid out in; its own frame if nil.
  var parent: Size?
}
