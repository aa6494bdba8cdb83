import Primitives
import Timeline

extension Lowering {
  /// The songs of all layers, at whatever depth.
  func sounds(of layers: Layers, on stage: Stage) -> [SoundClip] {
    layers.flatMap { layer -> [SoundClip] in
      let begin = clock.time(layer.timing.start, within: stage.turn, at: layer.site)
      if case .sound(let sound) = layer.content {
        return SoundLowering(sound: sound, layer: layer, lowering: self).clip(from: begin, on: stage).map {
          [$0]
        }
          ?? []
      }
      return sounds(
        in: layer, during: Turn(begin: begin, end: end(of: layer, from: begin, on: stage)), on: stage)
    }
  }

  /// What is heard in an element that isn't a sound.
  private func sounds(in layer: Layer, during turn: Turn, on stage: Stage) -> [SoundClip] {
    let seen = stage.during(turn.begin, min(turn.end, stage.end))
    if case .video(let video) = layer.content {
      return sound(of: video, layer, during: turn, on: stage).map { [$0] } ?? []
    }
    if case .nested(let nested) = layer.content {
      return sounds(of: nested, at: layer.site, during: seen.turn)
    }
    if case .replay(let replay, let child) = layer.content {
      return sounds(of: replay, child, during: turn, on: seen)
    }
    return layer.content.cast.map { sounds(of: $0, on: seen) } ?? []
  }

  private func sounds(of cast: Layer.Cast, on stage: Stage) -> [SoundClip] {
    switch cast {
    case .together(let children): sounds(of: children, on: stage)
    case .inTurn(let children): seriesSounds(of: children, on: stage)
    }
  }

  /// Songs inside a series play with the turn they stand in, a bare one with the whole series.
  private func seriesSounds(of children: Layers, on stage: Stage) -> [SoundClip] {
    let players = children.filter { !$0.isSound }
    let plan = SeriesPlan(of: players, on: stage, clock: clock)
    var inner = zip(players, plan.turns).map { sounds(in: $0, during: $1, on: stage) }
    for index in players.indices.dropFirst() {
      let overlap = plan.turns[index].begin..<max(plan.turns[index].begin, plan.turns[index - 1].end)
      guard SeriesPlan.overlap(before: index, in: players, clock: clock) > .zero else { continue }
      let (before, after) = Lowering.crossed(inner[index - 1], inner[index], during: overlap)
      (inner[index - 1], inner[index]) = (before, after)
    }
    return sounds(of: children.filter(\.isSound), on: stage) + inner.joined()
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
    for ducking in layers.flatMap(\.duckings)
    where !playing.contains(AssetPath(ducking.path, from: ducking.site).location) {
      authoring.log.report(
        .error(
          "nothing in this film plays \(ducking.path), under which this is ducked", at: ducking.site,
          hints: "add Sound(\"\(ducking.path)\"), or name what plays"))
    }
  }
}

extension Layer {
  fileprivate var duckings: [SoundElement.DuckingRequest] {
    if case .sound(let sound) = content { return sound.duckings }
    return switch content.cast {
    case .together(let children), .inTurn(let children): children.flatMap(\.duckings)
    case nil: []
    }
  }
}
