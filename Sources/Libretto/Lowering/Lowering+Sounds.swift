import Primitives
import Timeline

extension Lowering {
  /// The songs of all layers, at whatever depth.
  func sounds(of layers: Layers, on stage: Stage) -> [SoundClip] {
    layers.flatMap { layer -> [SoundClip] in
      let begin = clock.time(layer.timing.start, within: stage.turn, at: layer.site)
      if case .sound(let sound) = layer.content {
        return self.sound(sound, of: layer, from: begin, on: stage).map { [$0] } ?? []
      }
      guard let cast = layer.content.cast else { return [] }
      let end = min(stage.end, end(of: layer, from: begin, on: stage))
      return sounds(of: cast, on: stage.during(begin, end))
    }
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
    var inner = zip(players, plan.turns).map { layer, turn in
      layer.content.cast.map {
        sounds(of: $0, on: stage.during(turn.begin, min(turn.end, stage.end)))
      } ?? []
    }
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
      sound.crossOut = max(sound.crossOut, sound.start + sound.length - overlap.lowerBound)
      return sound
    }
    let coming = after.map { sound in
      var sound = sound
      sound.crossIn = max(sound.crossIn, overlap.upperBound - sound.start)
      return sound
    }
    return (going, coming)
  }

  private func sound(_ sound: SoundElement, of layer: Layer, from begin: Time, on stage: Stage)
    -> SoundClip?
  {
    guard let facts = sound.song.facts else { return nil }
    var end = min(begin + facts.length - sound.from, stage.end, clock.end)
    if let told = layer.timing.length { end = min(end, begin + clock.time(told, at: layer.site)) }
    if let until = layer.timing.until {
      end = min(end, clock.time(until, within: stage.turn, at: layer.site))
    }
    // What would be heard before the film, its scene or the song itself begins is left out.
    let cut = max(.zero, max(stage.begin, .zero) - begin, Time.zero - sound.from)
    let (start, length) = (begin + cut, end - begin - cut)
    guard length > .zero else {
      authoring.log.report(
        .error(
          "nothing of \(sound.song.path) is left to play", at: layer.site,
          hints: "it lasts \(facts.length) s, starts at \(sound.from) s, and enters at \(begin) s"))
      return nil
    }
    return SoundClip(
      path: sound.song.assetPath, digest: facts.digest, start: start, from: sound.from + cut,
      length: length,
      gain: sound.gain, fadeIn: clock.time(sound.fadeIn, at: layer.site),
      fadeOut: clock.time(sound.fadeOut, at: layer.site))
  }
}
