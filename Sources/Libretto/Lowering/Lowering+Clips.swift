import Primitives
import Timeline

extension Lowering {
  /// Elements that play together, in painting order.
  func clips(of layers: Layers, on container: Stage) -> [Clip] {
    var stage = container
    var clips: [Clip] = []
    for layer in layers where !layer.payload.isSound {
      stage.isLost = container.isLost || layer.timing.isLost
      let begin = clock.time(layer.timing.start, within: stage.seen, at: layer.site)
      let turn = Turn(begin: begin, end: end(of: layer, from: begin, on: stage))
      checkTransitions(of: layer, during: turn, on: stage)
      if let own = clip(of: layer, during: turn, on: stage) {
        clips.append(own)
        stage.moveBefore = own.content.lastMove ?? stage.moveBefore
      }
      clips += overlay(of: layer, at: begin, on: stage)
    }
    return clips
  }

  /// When an element that begins at a time leaves: as it was said, because it is over, or with its container.
  func end(of layer: Layer, from begin: Time, on stage: Stage) -> Time {
    if let length = layer.timing.length { return begin + clock.time(length, at: layer.site) }
    if let until = layer.timing.until { return clock.time(until, within: stage.seen, at: layer.site) }
    guard !layer.timing.fillsTheRest, let stay = layer.payload.stay(from: begin, at: layer.site, by: clock)
    else { return stage.end }
    return min(stage.end, begin + stay)
  }

  /// One element between two times; nil, and reported, if no frame of it can be seen.
  ///
  /// - Parameters:
  ///   - takesOver: whether it enters over the one before it.
  ///   - passesOn: whether the next one enters over it.
  func clip(
    of folded: Layer, during turn: Turn, on stage: Stage, takesOver: Bool = false, passesOn: Bool = false
  ) -> Clip? {
    let layer = unfolded(folded, in: stage.size)
    let boundary = canvas.rate.boundary(nearest:)
    let begin = boundary(turn.begin)
    let frames = begin..<max(begin, boundary(turn.end))
    guard !frames.isEmpty else {
      reportNoLength(layer, during: turn, on: stage)
      return nil
    }
    let opening = max(.zero, boundary(stage.begin))
    let seen = frames.clamped(to: opening..<max(opening, boundary(min(stage.end, clock.end))))
    guard !seen.isEmpty else {
      reportUnseen(layer, during: turn, on: stage)
      return nil
    }
    checkEnd(of: layer, during: turn, on: stage)
    var inner = stage.stage(of: layer, during: turn, from: frames.lowerBound)
    inner.size = boxSize(of: layer, in: stage.size)
    inner.flowsIn = inner.flowsIn || takesOver
    inner.flowsOut = inner.flowsOut || passesOn
    checkDepth(of: layer, on: stage)
    let isFlat = layer.look.depth != nil || layer.look.tilt != nil
    inner.isFilmed = layer.look.camera != nil || inner.isFilmed && !isFlat
    guard let content = layer.payload.content(on: inner, by: self) else { return nil }
    var look = look(of: layer.look, on: inner.whole)
    let shown = masked(content, of: layer, &look, on: inner, frames, seen)
    return Clip(
      frames: seen, turn: frames, content: shown, look: look,
      entering: run(of: layer.entering, coming: true, for: layer, frames, in: stage.size),
      exiting: run(of: layer.exiting, coming: false, for: layer, frames, in: stage.size), site: layer.site)
  }

  private func checkDepth(of layer: Layer, on stage: Stage) {
    guard layer.look.depth != nil, !stage.isFilmed else { return }
    authoring.log.report(
      .warning(
        "no camera sees how deep this lies", at: layer.site,
        hints: "put it into Camera { … }, and not into what is tilted or has a depth itself"))
  }

  private func reportNoLength(_ layer: Layer, during turn: Turn, on stage: Stage) {
    // Beats that aren't known were reported already.
    guard !layer.timing.countsBeats || clock.knowsBeats, !layer.isDerived, !stage.isLost else {
      return
    }
    let what = turn.length > .zero ? "is shorter than half a frame" : "has no length"
    report(
      "this \(what): it would play from \(turn.begin) to \(turn.end) s", at: layer.site,
      "say how long it lasts, or check what leaves it no time")
  }

  /// What is said to last longer than what it stands in was rarely meant to. A part of the song that goes on after
  /// the film is no such thing: films are cut.
  private func checkEnd(of layer: Layer, during turn: Turn, on stage: Stage) {
    let timing = layer.timing
    guard !layer.isDerived, timing.length != nil || timing.until != nil, !stage.isLost else {
      return
    }
    let isFilm = stage.turn.begin == .zero && stage.turn.end == clock.end
    let isSongs = timing.until?.isOfSong == true || timing.length.map { $0.songTime != .zero } == true
    let end = canvas.rate.boundary(nearest: stage.turn.end)
    guard !(isFilm && isSongs), canvas.rate.boundary(nearest: turn.end) > end else { return }
    authoring.log.report(
      .warning(
        "this plays until \(turn.end) s, longer than \(isFilm ? "the film" : "what it stands in"), which ends at "
          + "\(stage.turn.end) s", at: layer.site,
        hints: isFilm
          ? "let the film last longer, or leave out how long this lasts"
          : "let what it stands in last longer, or leave out how long this lasts"))
  }

  private func reportUnseen(_ layer: Layer, during turn: Turn, on stage: Stage) {
    guard !layer.isDerived, !stage.isLost else { return }
    authoring.log.report(
      .warning(
        "this is never seen: it plays from \(turn.begin) to \(turn.end) s", at: layer.site,
        hints: "what it stands in plays from \(stage.begin) to \(stage.end) s"))
  }
}
