import Primitives
import Timeline

extension Lowering {
  /// The clips of a series: each in its turn, transitions at the cuts.
  func track(of children: Layers, on stage: Stage) -> [Clip] {
    let players = children.filter { !$0.isSound }
    let plan = SeriesPlan(of: players, on: stage, clock: clock)
    let refused = checkTransitions(players, plan)
    var track: [Clip] = []
    for (index, layer) in players.enumerated() {
      var layer = layer
      // What overlaps at a cut is the later one's business; elsewhere it is a fade.
      if index > 0, let (entry, _) = SeriesPlan.shared(players[index - 1], layer) { layer.entering = entry }
      if index + 1 < players.count, layer.exiting?.transition.overlaps == true { layer.exiting = nil }
      // What was refused once needs no second sentence.
      if refused.contains(index) { (layer.entering, layer.exiting) = (nil, nil) }
      let turn = plan.turns[index]
      guard var clip = clip(of: layer, during: (turn.begin, turn.end), on: stage) else { continue }
      alignOverlap(of: &clip, after: track.last)
      track.append(clip)
    }
    return track
  }

  /// Rounding to frames may move the two ends of an overlap by one; what the frames say counts.
  private func alignOverlap(of clip: inout Clip, after previous: Clip?) {
    guard let previous, let entering = clip.entering, entering.transition.overlaps else { return }
    let shared = previous.turn.upperBound.value - clip.turn.lowerBound.value
    clip.entering = shared > 0 ? TransitionRun(entering.transition, frameCount: shared) : nil
  }

  /// Reports transitions that can't be; returns whose turns are too short for theirs.
  private func checkTransitions(_ children: Layers, _ plan: SeriesPlan) -> [Int] {
    for (index, layer) in children.enumerated() where index > 0 {
      let before = children[index - 1]
      if let exit = before.exiting, let entry = layer.entering, exit.transition != .cut,
        entry.transition != .cut, exit.transition.overlaps || entry.transition.overlaps
      {
        authoring.log.report(
          .error(
            "two transitions at one cut: the one before exits by \(exit.transition.name), this enters by "
              + entry.transition.name,
            at: layer.site, hints: "keep one of them"))
      }
    }
    return children.indices.filter { isTooShort($0, children, plan) }
  }

  /// No transition is longer than a neighbour, and two never touch.
  private func isTooShort(_ index: Int, _ children: Layers, _ plan: SeriesPlan) -> Bool {
    let length = plan.turns[index].end - plan.turns[index].begin
    let before = index > 0 ? SeriesPlan.overlap(children[index - 1], children[index], clock: clock) : .zero
    let after =
      index + 1 < children.count
      ? SeriesPlan.overlap(children[index], children[index + 1], clock: clock) : .zero
    guard length > .zero, before + after > length else { return false }
    let (guilty, name) =
      after > before
      ? (children[index + 1].site, "the transition into this lasts \(after) s")
      : (children[index].site, "the transition into this lasts \(before) s")
    let neighbour = after > before ? "the one before" : "it"
    authoring.log.report(
      .error(
        before > .zero && after > .zero && max(before, after) <= length
          ? "two transitions meet: they last \(before + after) s together, and what is between them \(length) s"
          : "\(name), and \(neighbour) is on stage for only \(length) s",
        at: guilty, hints: "make the transition shorter, or let \(neighbour) last longer"))
    return true
  }
}
