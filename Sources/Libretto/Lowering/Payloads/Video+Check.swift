import Primitives
import Timeline

extension VideoPayload {
  /// Says what of its playing makes no sense, or wasn't meant.
  func check(_ clip: ClipFacts, on stage: Stage, by lowering: Lowering) {
    func report(_ message: String, _ hint: String) { lowering.report(message, at: stage.site, hint) }
    checkTrim(clip, report)
    warp.check(
      "a clip", backwards: "reversed: true plays backwards, freezeAt: stands still",
      twice: "loop: .repeat(times: 2)", at: stage.site, by: lowering)
    let length = clip.length
    if warp.isFrozen, case .constant(let second)? = warp.seconds?.source,
      !(second >= 0 && second < length.seconds)
    {
      report(
        "\(path) can't be frozen at \(second.brief) s: it lasts \(length) s",
        "its first frame is at 0, and its last one ends at \(length)")
    }
    if warp.seconds != nil, warp.isReversed || warp.loop != nil || warp.steadySpeed != 1 {
      report(
        "which second is seen when is said already: speed, reversed and loop count for nothing",
        "leave them out")
    }
    checkEnd(on: stage, by: lowering)
  }

  private func checkTrim(_ clip: ClipFacts, _ report: (String, String) -> Void) {
    guard let trim else { return }
    let (start, end) = (trim.start ?? .zero, trim.end ?? clip.length)
    if start < .zero || start >= clip.length || end > clip.length {
      report(
        "the trim from \(start) to \(end) s reaches beyond \(path), which lasts \(clip.length) s",
        "leave the end out to play as far as there is: trim: 1.5...")
    } else if end <= start {
      report("the trim ends before it begins: from \(start) to \(end) s", "say it as trim: 1.0..<5.0")
    }
  }

  /// A clip that stands still for long at its end was rarely meant to.
  private func checkEnd(on stage: Stage, by lowering: Lowering) {
    guard warp.loop == nil, warp.seconds == nil, let length = length(at: stage.site, clock: lowering.clock),
      length > .zero, stage.seen.length - length > Time(seconds: 0.5), !stage.isLost
    else { return }
    lowering.authoring.log.report(
      .warning(
        "\(path) is over after \(length) s, and stands still for the \(stage.seen.length - length) s left",
        at: stage.site, hints: "loop: .repeat or .boomerang plays on; loop: .hold says that it is meant so")
    )
  }
}
