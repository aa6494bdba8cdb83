import Primitives
import Timeline

/// When each element of a series plays.
struct SeriesPlan {
  let turns: [Turn]

  /// Gives every child its turn within a stage. Children whose length isn't known share what is left
  /// until the next child with a fixed end, or until the stage ends.
  init(of children: Layers, on stage: Stage, clock: FilmClock) {
    var turns: [Turn] = []
    var cursor = stage.begin
    var next = 0
    while next < children.count {
      let run = SeriesPlan.run(in: children, from: next)
      let fixedEnd = run.anchor.map { clock.time($0, within: stage.seen, at: children[run.last].site) }
      var lengths: [Time?] = []
      var known = Time.zero
      for index in next...run.last {
        let length =
          run.anchor != nil && index == run.last
          ? nil : SeriesPlan.length(of: children[index], clock: clock)
        lengths.append(length)
        known += (length ?? .zero) - SeriesPlan.overlap(before: index, in: children, clock: clock)
      }
      let open = lengths.count(where: { $0 == nil })
      let rest = (fixedEnd ?? stage.end) - cursor - known
      for (offset, length) in lengths.enumerated() {
        let index = next + offset
        let begin = cursor - SeriesPlan.overlap(before: index, in: children, clock: clock)
        cursor = begin + (length ?? Time(ticks: rest.ticks / Int64(max(1, open))))
        // What is left goes to the last open child whole, so that no tick is lost.
        if index == run.last, length == nil { cursor = fixedEnd ?? stage.end }
        turns.append(Turn(begin: begin, end: cursor))
      }
      next = run.last + 1
    }
    self.turns = turns
  }

  /// The children from one on, up to and with the next whose end is fixed.
  private static func run(in children: Layers, from start: Int) -> (last: Int, anchor: Moment?) {
    for index in start..<children.count {
      if let until = children[index].timing.until { return (index, until) }
    }
    return (children.count - 1, nil)
  }

  private static func length(of child: Layer, clock: FilmClock) -> Time? {
    clock.naturalEnd(of: child, from: .zero).map {
      $0 - clock.time(child.timing.start, within: Turn(begin: .zero, end: .zero), at: child.site)
    }
  }

  /// How long a child and the one before it are on stage together.
  static func overlap(before index: Int, in children: Layers, clock: FilmClock) -> Time {
    children.indices.contains(index) && index > 0
      ? overlap(children[index - 1], children[index], clock: clock) : .zero
  }

  /// How long two neighbours are on stage together.
  static func overlap(_ first: Layer, _ second: Layer, clock: FilmClock) -> Time {
    guard let (entry, site) = shared(first, second) else { return .zero }
    return max(.zero, clock.time(entry.length, at: site))
  }

  /// The transition at a cut that plays on both sides of it.
  static func shared(_ first: Layer, _ second: Layer) -> (StageDirections.Entry, Site)? {
    if let entry = second.entering, entry.transition.overlaps { return (entry, second.site) }
    if let exit = first.exiting, exit.transition.overlaps { return (exit, first.site) }
    return nil
  }
}
