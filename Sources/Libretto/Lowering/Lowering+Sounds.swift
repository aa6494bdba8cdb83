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
      if case .nested(let nested) = layer.content {
        let turn = Turn(begin: begin, end: min(stage.end, end(of: layer, from: begin, on: stage)))
        return sounds(of: nested, at: layer.site, during: turn)
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
    let inner = zip(players, plan.turns).flatMap { layer, turn in
      let turn = Turn(begin: turn.begin, end: min(turn.end, stage.end))
      if case .nested(let nested) = layer.content {
        return sounds(of: nested, at: layer.site, during: turn)
      }
      return layer.content.cast.map { sounds(of: $0, on: stage.during(turn.begin, turn.end)) } ?? []
    }
    return sounds(of: children.filter(\.isSound), on: stage) + inner
  }

  /// Says so where nothing plays that something is ducked under.
  func checkDucking(_ sounds: [SoundClip], _ layers: Layers) {
    let playing = Set(sounds.map(\.path.location))
    for ducking in layers.flatMap(\.duckings) {
      guard !playing.contains(AssetPath(ducking.path, from: ducking.site).location) else { continue }
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
