import Primitives
import Timeline

extension Lowering {
  /// The clips of a series: each in its turn, transitions at the cuts.
  func track(of children: Layers, on stage: Stage) -> [Clip] {
    let players = children.filter { !$0.isSound }
    let plan = SeriesPlan(of: players, on: stage, clock: clock)
    checkTransitions(ofSeries: players, plan)
    var track: [Clip] = []
    for (index, layer) in players.enumerated() {
      var layer = layer
      // What overlaps at a cut is the later one's business; elsewhere it is a fade.
      if index > 0, let (entry, _) = SeriesPlan.shared(players[index - 1], layer) { layer.entering = entry }
      if index + 1 < players.count, layer.exiting?.transition.overlaps == true { layer.exiting = nil }
      layer.passesOn =
        index + 1 < players.count && SeriesPlan.shared(players[index], players[index + 1]) != nil
      checkStart(of: layer)
      guard var clip = clip(of: layer, during: plan.turns[index], on: stage) else { continue }
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

  private func checkStart(of layer: Layer) {
    guard layer.timing.start != .start else { return }
    authoring.log.report(
      .warning(
        "in a series the order says when this plays; its own start counts for nothing", at: layer.site,
        hints: "leave the start out, or put it beside the series"))
  }
}
