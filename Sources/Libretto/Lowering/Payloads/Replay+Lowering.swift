import Primitives
import Timeline

extension ReplayPayload: Payload {
  var cast: Cast { .together([child]) }

  func recast(_ change: (Layer) -> Layer) -> ReplayPayload {
    var copy = self
    copy.child = change(child)
    return copy
  }

  /// In a parent as large as its container, and as large as its element is by itself, unless it has a frame.
  func unfolded(_ layer: Layer, in parent: Size, by lowering: Lowering) -> Layer {
    guard layer.look.width == nil, layer.look.height == nil else { return layer }
    var boxed = layer
    var replay = self
    replay.parent = parent
    boxed.payload = replay
    let own = lowering.size(of: child, in: parent)
    if child.hasSteadyFrame, own.width > 0, own.height > 0, own != parent {
      boxed.look.width = .pixels(own.width)
      boxed.look.height = .pixels(own.height)
    }
    return boxed
  }

  func ownSize(_ frame: Frame, in parent: Size, at site: Site, by lowering: Lowering) -> Size {
    lowering.size(of: child, in: parent)
  }

  var isFitted: Bool { true }

  func measured(in parent: Size, box: Size) -> ReplayPayload {
    recast { $0.framed(in: parent).measured(in: parent) }
  }

  func content(on stage: Stage, by lowering: Lowering) -> ClipContent? {
    let inside = inside(on: stage, by: lowering)
    guard let bent = timeWarp(on: stage, inside, by: lowering) else { return nil }
    checkEnd(on: stage, by: lowering)
    var replayed = stage.within(bent.length)
    replayed.size = parent ?? stage.size
    if warp.isReversed { (replayed.flowsIn, replayed.flowsOut) = (stage.flowsOut, stage.flowsIn) }
    var course = ReplayCourse(bent, rate: lowering.canvas.rate)
    course.parent = parent
    var inner = inside.lowering
    inner.clock.end = bent.length
    let begin = lowering.canvas.rate.start(of: stage.firstFrame)
    inner.clock.heard =
      inner.sounds(of: [child], on: replayed) + lowering.clock.heard.map { $0.moved(by: .zero - begin) }
    return .replay(inner.clips(of: [child], on: replayed), course)
  }
}

extension Layer {
  fileprivate var hasSteadyFrame: Bool {
    look.width?.isConstant ?? true && look.height?.isConstant ?? true
  }
}
