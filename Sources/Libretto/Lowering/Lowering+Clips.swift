import Primitives
import Timeline

extension Lowering {
  /// Elements that play together, in painting order.
  func clips(of layers: Layers, on stage: Stage) -> [Clip] {
    layers.flatMap { layer -> [Clip] in
      if case .sound = layer.content { return [] }
      let begin = clock.time(layer.timing.start, within: stage.turn, at: layer.site)
      let turn = Turn(begin: begin, end: end(of: layer, from: begin, on: stage))
      checkTransitions(of: layer, during: turn)
      let own = [clip(of: layer, during: turn, on: stage)].compactMap(\.self)
      return own + overlay(of: layer, at: begin, on: stage)
    }
  }

  func end(of layer: Layer, from begin: Time, on stage: Stage) -> Time {
    if let length = layer.timing.length { return begin + clock.time(length, at: layer.site) }
    if let until = layer.timing.until { return clock.time(until, within: stage.turn, at: layer.site) }
    // A clip leaves when it is over.
    if case .video(let video) = layer.content, !layer.timing.fillsTheRest,
      let length = video.length(at: layer.site, clock: clock)
    {
      return min(stage.end, begin + length)
    }
    // So does what is replayed.
    if case .replay(let replay, let child) = layer.content, !layer.timing.fillsTheRest, clock.ends(layer),
      let length = clock.length(of: replay, child, from: begin)
    {
      return min(stage.end, begin + length)
    }
    return stage.end
  }

  /// One element between two times; nil, and reported, if no frame of it can be seen.
  func clip(
    of folded: Layer, during turn: Turn, on stage: Stage
  ) -> Clip? {
    let layer = unfolded(folded, in: stage.size)
    let boundary = canvas.rate.boundary(nearest:)
    let begin = boundary(turn.begin)
    let frames = begin..<max(begin, boundary(turn.end))
    guard !frames.isEmpty else {
      reportNoLength(layer, during: turn)
      return nil
    }
    let opening = max(.zero, boundary(stage.begin))
    let seen = frames.clamped(to: opening..<max(opening, boundary(min(stage.end, clock.end))))
    guard !seen.isEmpty else {
      guard !layer.isDerived else { return nil }
      authoring.log.report(
        .warning(
          "this is never seen: it plays from \(turn.begin) to \(turn.end) s", at: layer.site,
          hints: "what it stands in plays from \(stage.begin) to \(stage.end) s"))
      return nil
    }
    var inner = Stage(
      begin: turn.begin, end: min(turn.end, stage.end), size: boxSize(of: layer, in: stage.size))
    inner.flowsIn =
      layer.takesOver || layer.entering?.isSeen == true || stage.flowsIn && turn.begin == stage.begin
    inner.flowsOut =
      layer.passesOn || layer.exiting?.isSeen == true || stage.flowsOut && turn.end == stage.end
    guard let content = content(of: layer, on: inner, parent: stage.size, from: frames.lowerBound)
    else { return nil }
    let look = look(of: layer, firstFrame: frames.lowerBound, during: turn)
    let box = layer.look.mask == nil ? .zero : size(of: layer, in: stage.size)
    let masked = masked(
      content, of: layer, on: Stage(begin: inner.begin, end: inner.end, size: box), frames, seen)
    var clip = Clip(
      frames: seen, turn: frames, content: masked, look: look, entering: nil, exiting: nil,
      site: layer.site)
    clip.entering = run(of: layer.entering, coming: true, for: layer, frames, in: stage.size)
    clip.exiting = run(of: layer.exiting, coming: false, for: layer, frames, in: stage.size)
    return clip
  }

  /// The box children are laid out in: the frame, as far as it is said, else the parent's.
  private func boxSize(of layer: Layer, in parent: Size) -> Size {
    let told = toldSize(of: layer, in: parent)
    return Size(width: told.width ?? parent.width, height: told.height ?? parent.height)
  }

  /// As large as its frame says at first.
  func toldSize(of layer: Layer, in parent: Size) -> (width: Double?, height: Double?) {
    func start(_ measure: Animated<Measure>?) -> Measure? {
      guard let measure else { return nil }
      let resolved = curve(
        measure, or: .zero, site: layer.site, firstFrame: .zero, during: Turn(begin: .zero, end: .zero))
      return resolved.value(at: .zero)
    }
    return (
      start(layer.look.width)?.width(in: parent), start(layer.look.height)?.height(in: parent)
    )
  }

  private func reportNoLength(_ layer: Layer, during turn: Turn) {
    // Beats that aren't known were reported already.
    guard !layer.timing.countsBeats || clock.knowsBeats, !layer.isDerived else { return }
    let what = turn.length > .zero ? "is shorter than half a frame" : "has no length"
    authoring.log.report(
      .error(
        "this \(what): it would play from \(turn.begin) to \(turn.end) s", at: layer.site,
        hints: "say how long it lasts, or check what leaves it no time"))
  }
}
