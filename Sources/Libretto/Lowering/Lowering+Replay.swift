import Primitives
import Timeline

extension Lowering {
  /// An element by a clock of its own; nil, and reported, if it can't be.
  func replay(
    _ replay: ReplayElement, _ child: Layer, on stage: Stage, from firstFrame: FrameIndex
  ) -> ClipContent? {
    guard let inside = ReplayLowering(replay, child, during: stage.turn, from: firstFrame, self).inside
    else { return nil }
    let begin = canvas.rate.start(of: firstFrame)
    var inner = Stage(begin: .zero, end: inside.length, size: replay.room ?? stage.size)
    (inner.flowsIn, inner.flowsOut) = (stage.flowsIn, stage.flowsOut)
    if case .reversed = replay.manner { (inner.flowsIn, inner.flowsOut) = (inner.flowsOut, inner.flowsIn) }
    checkEnd(of: replay, child, during: stage.turn)
    var course = inside.course
    course.room = replay.room
    var lowering = inside.lowering
    lowering.clock.heard =
      lowering.sounds(of: [child], on: inner) + clock.heard.map { $0.moved(by: .zero - begin) }
    return .replay(lowering.clips(of: [child], on: inner), course)
  }

  /// What stands still for long at its end was rarely meant to.
  private func checkEnd(of replay: ReplayElement, _ child: Layer, during turn: Turn) {
    switch replay.manner {
    case .looped, .frozen: return
    case .paced, .reversed: break
    }
    guard clock.ends(child), let length = clock.length(of: replay, child, from: turn.begin), length > .zero,
      turn.length - length > Time(seconds: 0.5)
    else { return }
    authoring.log.report(
      .warning(
        "this is over after \(length) s, and stands still for the \(turn.length - length) s left",
        at: child.site, hints: ".looping() plays on; .looping(.hold) says that it is meant so"))
  }

  /// In a room as large as its container, and as large as its element is by itself, unless it has a frame.
  func unfolded(_ layer: Layer, _ replay: ReplayElement, _ child: Layer, in parent: Size) -> Layer {
    guard layer.look.width == nil, layer.look.height == nil else { return layer }
    var boxed = layer
    var element = replay
    element.room = parent
    boxed.content = .replay(element, child)
    let own = size(of: child, in: parent)
    if child.hasSteadyFrame, own.width > 0, own.height > 0, own != parent {
      boxed.look.width = .pixels(own.width)
      boxed.look.height = .pixels(own.height)
    }
    return boxed
  }
}

extension Layer {
  fileprivate var hasSteadyFrame: Bool {
    look.width?.isConstant ?? true && look.height?.isConstant ?? true
  }
}
