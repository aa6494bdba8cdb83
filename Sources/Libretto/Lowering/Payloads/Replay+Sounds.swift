import Primitives
import Timeline

extension ReplayPayload {
  /// What is heard of something that is replayed: faster and again, but never backwards.
  func sounds(on stage: Stage, by lowering: Lowering) -> [SoundClip] {
    guard child.payload.mayBeHeard else { return [] }
    let inside = inside(on: stage, by: lowering)
    let once = inside.own ?? inside.round ?? max(.zero, stage.seen.length * (warp.steadySpeed ?? 1))
    var inner = inside.lowering
    inner.clock.end = once
    let heard = inner.sounds(of: [child], on: stage.within(once))
    guard !heard.isEmpty else { return [] }
    let end = min(stage.end, lowering.clock.end)
    guard let played = played(heard, each: once, until: end - stage.begin, lowering) else { return [] }
    let begin = max(stage.begin, .zero)
    return played.compactMap { $0.moved(by: stage.begin).cut(to: begin..<max(begin, end)) }
  }

  /// By the clock of the replay, which goes on for so long; nil, and reported, if it can't be heard.
  private func played(
    _ sounds: [SoundClip], each length: Time, until end: Time, _ lowering: Lowering
  ) -> [SoundClip]? {
    let loop = warp.loop?.loop ?? .once
    guard warp.isHeard(loop), let speed = warp.steadySpeed else {
      lowering.report(
        "what is heard in this is heard forwards, at a speed that stays", at: child.site,
        "leave its sound out, or play that beside it, on its own")
      return nil
    }
    guard warp.loop != nil else { return sped(sounds, by: speed, keepsPitch: warp.keepsPitch, lowering) }
    return repeated(sounds, loop.passes, each: length, until: end, lowering)
  }

  private func sped(
    _ sounds: [SoundClip], by speed: Double, keepsPitch: Bool, _ lowering: Lowering
  ) -> [SoundClip]? {
    let sped = sounds.map { $0.sped(by: speed, keepingPitch: keepsPitch) }
    guard let wrong = sped.first(where: { !SoundTreatment.speeds.contains($0.treatment.speed) }) else {
      return sped
    }
    let speeds = SoundTreatment.speeds
    lowering.report(
      "\(wrong.path.name), which is heard in this, can't play \(wrong.treatment.speed.brief) times as fast",
      at: child.site, "between \(speeds.lowerBound.brief) and \(speeds.upperBound.brief) times is possible")
    return nil
  }

  private func repeated(
    _ sounds: [SoundClip], _ times: Int?, each length: Time, until end: Time, _ lowering: Lowering
  ) -> [SoundClip]? {
    let needed = max(0, (end / max(length, Time(ticks: 1))).rounded(.up))
    let count = min(Double(max(1, times ?? .max)), needed)
    guard count * Double(sounds.count) <= Self.mostSounds else {
      lowering.report(
        "what is heard in this would begin \((count * Double(sounds.count)).brief) times", at: child.site,
        "\(Int(Self.mostSounds)) times is the limit: let it last longer before it begins again")
      return nil
    }
    return (0..<Int(count)).flatMap { round in
      sounds.map { $0.moved(by: length * Double(round)) }
    }
  }

  private static let mostSounds = 10_000.0
}
