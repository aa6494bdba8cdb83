import Primitives
import Timeline

extension Lowering {
  /// The songs of all layers, at whatever depth.
  func sounds(of layers: Layers, on stage: Stage) -> [SoundClip] {
    layers.flatMap { layer -> [SoundClip] in
      let begin = clock.time(layer.timing.start, from: stage.begin, at: layer.site)
      switch layer.content {
      case .sound(let sound):
        return self.sound(sound, of: layer, from: begin, on: stage).map { [$0] } ?? []
      case .group(let children):
        let end = min(stage.end, end(of: layer, from: begin, on: stage))
        return sounds(of: children, on: stage.during(begin, end))
      case .series(let children):
        let end = min(stage.end, end(of: layer, from: begin, on: stage))
        return seriesSounds(of: children, on: stage.during(begin, end))
      case .solid, .image, .text, .shape: return []
      }
    }
  }

  /// Songs inside a series play with the turn they stand in, a bare one with the whole series.
  private func seriesSounds(of children: Layers, on stage: Stage) -> [SoundClip] {
    func isSound(_ layer: Layer) -> Bool { if case .sound = layer.content { true } else { false } }
    let players = children.filter { !isSound($0) }
    let plan = SeriesPlan(of: players, on: stage, clock: clock)
    let inner = zip(players, plan.turns).flatMap { layer, turn -> [SoundClip] in
      guard case .group(let children) = layer.content else { return [] }
      return sounds(of: children, on: stage.during(turn.begin, min(turn.end, stage.end)))
    }
    return sounds(of: children.filter(isSound), on: stage) + inner
  }

  private func sound(_ sound: SoundElement, of layer: Layer, from begin: Time, on stage: Stage)
    -> SoundClip?
  {
    guard let facts = sound.song.facts else { return nil }
    var length = min(facts.length - sound.from, min(stage.end, clock.end) - begin)
    if let told = layer.timing.length { length = min(length, clock.time(told, at: layer.site)) }
    if let until = layer.timing.until {
      length = min(length, clock.time(until, from: stage.begin, at: layer.site) - begin)
    }
    guard length > .zero else {
      authoring.log.report(
        .error(
          "nothing of \(sound.song.path) is left to play", at: layer.site,
          hints: "it lasts \(facts.length) s, starts at \(sound.from) s, and enters at \(begin) s"))
      return nil
    }
    return SoundClip(
      path: sound.song.assetPath, digest: facts.digest, start: begin, from: sound.from, length: length,
      gain: sound.gain, fadeIn: clock.time(sound.fadeIn, at: layer.site),
      fadeOut: clock.time(sound.fadeOut, at: layer.site))
  }
}
