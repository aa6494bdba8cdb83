import Primitives
import Timeline

extension Lowering {
  /// The clips of a series: each in its turn, transitions at the cuts.
  func track(of children: Layers, on container: Stage) -> [Clip] {
    var stage = container
    let players = children.filter { !$0.payload.isSound }
    // Who comes later hangs on who comes before.
    stage.isLost = stage.isLost || players.contains(where: \.timing.isLost)
    let plan = SeriesPlan(of: players, on: stage, clock: clock)
    checkTransitions(ofSeries: players, plan, on: stage)
    var track: [Clip] = []
    for (index, layer) in players.enumerated() {
      var layer = layer
      // What overlaps at a cut is the later one's business; elsewhere it is a fade.
      let shared = index > 0 ? SeriesPlan.shared(players[index - 1], layer) : nil
      if shared != nil { layer.entering = nil }
      if index + 1 < players.count, layer.exiting?.transition.overlaps == true { layer.exiting = nil }
      let passesOn =
        index + 1 < players.count && SeriesPlan.shared(players[index], players[index + 1]) != nil
      checkStart(of: layer)
      guard
        var clip = clip(
          of: layer, during: plan.turns[index], on: stage, takesOver: shared != nil, passesOn: passesOn)
      else { continue }
      stage.moveBefore = clip.content.lastMove ?? stage.moveBefore
      if let (entry, site) = shared {
        clip.entering = run(of: entry, at: site, from: track.last, to: clip, in: stage.size)
      }
      track.append(clip)
    }
    return track
  }

  /// The transition between two neighbours, as long as both are on stage: rounding to frames may move the
  /// two ends of an overlap by one, and what the frames say counts.
  private func run(
    of entry: StageDirections.Entry, at site: Site, from previous: Clip?, to clip: Clip, in box: Size
  ) -> TransitionRun? {
    guard let previous else { return nil }
    let (begin, end) = (clip.turn.lowerBound, previous.turn.upperBound)
    guard begin < end else { return nil }
    func side(_ neighbour: Neighbour, _ clip: Clip) -> Side {
      Side(neighbour, isThere: true, fillsItsPlace: true, hidesItsPlace: clip.coversItsPlace, at: site)
    }
    return run(
      of: entry.transition, between: side(.before, previous), side(.after, clip), during: begin..<end,
      in: box, at: site)
  }

  private func checkStart(of layer: Layer) {
    guard layer.timing.start != .start else { return }
    authoring.log.report(
      .warning(
        "in a series the order says when this plays; its own start counts for nothing", at: layer.site,
        hints: "leave the start out, or put it beside the series"))
  }
}
