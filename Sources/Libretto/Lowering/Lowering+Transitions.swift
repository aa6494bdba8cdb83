import Primitives
import Timeline

/// No transition is longer than what it belongs to, and two never touch.
extension Lowering {
  /// Checks an element that has no neighbours.
  func checkTransitions(of layer: Layer, during turn: Turn, on stage: Stage) {
    let (coming, going) = (length(of: layer.entering, layer), length(of: layer.exiting, layer))
    guard turn.length > .zero, coming + going > turn.length, !stage.isLost else { return }
    authoring.log.report(
      .error(
        "the transitions of this last \(coming + going) s, and it lasts only \(turn.length) s",
        at: layer.site,
        hints: "make them shorter, or let it last longer"))
  }

  /// Checks the elements of a series, each cut once.
  func checkTransitions(ofSeries children: Layers, _ plan: SeriesPlan, on stage: Stage) {
    let lengths = plan.turns.map(\.length)
    var refused: Set<Int> = []
    for index in children.indices.dropFirst() {
      checkOneTransition(children[index - 1], children[index])
      let overlap = SeriesPlan.overlap(before: index, in: children, clock: clock)
      let isFirstShorter = lengths[index - 1] < lengths[index]
      let shorter = min(lengths[index - 1], lengths[index])
      guard shorter > .zero, overlap > shorter, !stage.isLost else { continue }
      refused.formUnion([index - 1, index])
      let neighbour = isFirstShorter ? "the one before" : "it"
      authoring.log.report(
        .error(
          "the transition into this lasts \(overlap) s, and \(neighbour) is on stage for only \(shorter) s",
          at: children[index].site, hints: "make the transition shorter, or let \(neighbour) last longer"))
    }
    for index in children.indices where !refused.contains(index) && !stage.isLost {
      checkMeeting(index, children, lasting: lengths[index])
    }
  }

  /// The transitions at both ends of one element must leave it time of its own.
  private func checkMeeting(_ index: Int, _ children: Layers, lasting length: Time) {
    let layer = children[index]
    let before = SeriesPlan.overlap(before: index, in: children, clock: clock)
    let after = SeriesPlan.overlap(before: index + 1, in: children, clock: clock)
    let coming = before > .zero ? before : self.length(of: layer.entering, layer)
    let going = after > .zero ? after : self.length(of: layer.exiting, layer)
    guard length > .zero, coming + going > length else { return }
    authoring.log.report(
      .error(
        "two transitions meet: they last \(coming + going) s together, and what is between them \(length) s",
        at: layer.site, hints: "make them shorter, or let this last longer"))
  }

  private func checkOneTransition(_ first: Layer, _ second: Layer) {
    guard let exit = first.exiting, let entry = second.entering, !exit.transition.isCut,
      !entry.transition.isCut, exit.transition.overlaps || entry.transition.overlaps
    else { return }
    authoring.log.report(
      .error(
        "two transitions at one cut: the one before exits by \(exit.transition.name), this enters by "
          + entry.transition.name,
        at: second.site, hints: "keep one of them"))
  }

  private func length(of entry: StageDirections.Entry?, _ layer: Layer) -> Time {
    guard let entry, !entry.transition.isCut else { return .zero }
    return max(.zero, clock.time(entry.length, at: layer.site))
  }
}
