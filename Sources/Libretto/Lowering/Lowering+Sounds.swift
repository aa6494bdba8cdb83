import Primitives
import Timeline

extension Lowering {
  /// What is heard of all layers, at whatever depth.
  func sounds(of layers: Layers, on stage: Stage) -> [SoundClip] {
    layers.flatMap { layer -> [SoundClip] in
      let begin = clock.time(layer.timing.start, within: stage.seen, at: layer.site)
      return sounds(
        in: layer, during: Turn(begin: begin, end: end(of: layer, from: begin, on: stage)), on: stage)
    }
  }

  private func sounds(in layer: Layer, during turn: Turn, on stage: Stage) -> [SoundClip] {
    let firstFrame = canvas.rate.boundary(nearest: turn.begin)
    return layer.payload.sounds(on: stage.stage(of: layer, during: turn, from: firstFrame), by: self)
  }

  /// Songs inside a series play with the turn they stand in, a bare one with the whole series.
  func sounds(ofSeries children: Layers, on stage: Stage) -> [SoundClip] {
    let players = children.filter { !$0.payload.isSound }
    let plan = SeriesPlan(of: players, on: stage, clock: clock)
    var inner = zip(players, plan.turns).map { sounds(in: $0, during: $1, on: stage) }
    for index in players.indices.dropFirst() {
      let overlap = plan.turns[index].begin..<max(plan.turns[index].begin, plan.turns[index - 1].end)
      guard SeriesPlan.overlap(before: index, in: players, clock: clock) > .zero else { continue }
      let (before, after) = Lowering.crossed(inner[index - 1], inner[index], during: overlap)
      (inner[index - 1], inner[index]) = (before, after)
    }
    return sounds(of: children.filter(\.payload.isSound), on: stage) + inner.joined()
  }

  /// Neighbours that are both heard during a transition take over from each other.
  private static func crossed(
    _ before: [SoundClip], _ after: [SoundClip], during overlap: Range<Time>
  ) -> ([SoundClip], [SoundClip]) {
    let goes = before.contains { $0.start + $0.length > overlap.lowerBound }
    guard goes, after.contains(where: { $0.start < overlap.upperBound }) else { return (before, after) }
    let going = before.map { sound in
      var sound = sound
      let rest = sound.start + sound.length - overlap.lowerBound
      sound.treatment.fadeOut = max(sound.treatment.fadeOut, rest)
      if rest > .zero { sound.treatment.fadeShape = .equalPower }
      return sound
    }
    let coming = after.map { sound in
      var sound = sound
      let rest = overlap.upperBound - sound.start
      sound.treatment.fadeIn = max(sound.treatment.fadeIn, rest)
      if rest > .zero { sound.treatment.fadeShape = .equalPower }
      return sound
    }
    return (going, coming)
  }

  /// Says so where nothing plays that something is ducked under.
  func checkDucking(_ sounds: [SoundClip], _ layers: Layers) {
    let playing = Set(sounds.map(\.path.location))
    for ducking in layers.flatMap(\.payload.duckings)
    where !playing.contains(AssetPath(ducking.path, from: ducking.site).location) {
      authoring.log.report(
        .error(
          "nothing in this film plays \(ducking.path), under which this is ducked", at: ducking.site,
          hints: "add Sound(\"\(ducking.path)\"), or name what plays"))
    }
  }
}
