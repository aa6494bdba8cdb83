import Primitives
import Timeline

extension Lowering {
  /// What is heard of something that is replayed: faster and again, but never backwards.
  func sounds(
    of replay: ReplayElement, _ child: Layer, during turn: Turn, on stage: Stage
  ) -> [SoundClip] {
    let firstFrame = canvas.rate.boundary(nearest: turn.begin)
    guard child.maySound,
      let inside = ReplayLowering(replay, child, during: turn, from: firstFrame, self).inside
    else { return [] }
    let inner = Stage(begin: .zero, end: inside.length, size: stage.size)
    let once = inside.lowering.sounds(of: [child], on: inner)
    guard !once.isEmpty else { return [] }
    let end = min(turn.end, stage.end, clock.end)
    guard let played = played(once, replay, each: inside.length, until: end - turn.begin, at: child.site)
    else {
      return []
    }
    let begin = max(stage.begin, .zero)
    return played.compactMap { $0.moved(by: turn.begin).cut(to: begin..<max(begin, end)) }
  }

  /// By the clock of the replay, which goes on for so long; nil, and reported, if it can't be heard.
  private func played(
    _ sounds: [SoundClip], _ replay: ReplayElement, each length: Time, until end: Time, at site: Site
  ) -> [SoundClip]? {
    switch replay.manner {
    case .paced(_, let keepsPitch):
      guard let speed = replay.steadySpeed else { break }
      return sped(sounds, by: speed, keepsPitch: keepsPitch, at: site)
    case .looped(let loop):
      guard case .again(let times) = loop.loop else { break }
      return repeated(sounds, times, each: length, until: end, at: site)
    case .reversed, .frozen: break
    }
    authoring.log.report(
      .error(
        "what is heard in this is heard forwards, at a speed that stays", at: site,
        hints: "leave its sound out, or play that beside it, on its own"))
    return nil
  }

  private func sped(
    _ sounds: [SoundClip], by speed: Double, keepsPitch: Bool, at site: Site
  ) -> [SoundClip]? {
    let sped = sounds.map { $0.sped(by: speed, keepingPitch: keepsPitch) }
    guard let wrong = sped.first(where: { !SoundTreatment.speeds.contains($0.treatment.speed) }) else {
      return sped
    }
    let speeds = SoundTreatment.speeds
    authoring.log.report(
      .error(
        "\(wrong.path.name), which is heard in this, can't play \(wrong.treatment.speed.brief) times as fast",
        at: site,
        hints: "between \(speeds.lowerBound.brief) and \(speeds.upperBound.brief) times is possible"))
    return nil
  }

  private func repeated(
    _ sounds: [SoundClip], _ times: Int?, each length: Time, until end: Time, at site: Site
  ) -> [SoundClip]? {
    let needed = max(0, (end / max(length, Time(ticks: 1))).rounded(.up))
    let count = min(Double(max(1, times ?? .max)), needed)
    guard count * Double(sounds.count) <= Lowering.mostSounds else {
      authoring.log.report(
        .error(
          "what is heard in this would begin \((count * Double(sounds.count)).brief) times", at: site,
          hints: "\(Int(Lowering.mostSounds)) times is the limit: let it last longer before it begins again"
        ))
      return nil
    }
    return (0..<Int(count)).flatMap { round in
      sounds.map { $0.moved(by: length * Double(round)) }
    }
  }

  private static let mostSounds = 10_000.0
}

extension Layer {
  /// Whether anything in it may be heard.
  fileprivate var maySound: Bool {
    switch content {
    case .sound: return true
    case .video(let video): return video.sound != nil
    case .nested(let nested): return !nested.isMuted
    case .solid, .image, .text, .counter, .shape, .piece, .group, .stack, .series, .captions, .grid,
      .padded, .neighbour, .mix, .replay:
      break
    }
    return switch content.cast {
    case .together(let children), .inTurn(let children): children.contains(where: \.maySound)
    case nil: false
    }
  }
}
