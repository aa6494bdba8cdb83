import Primitives
import Timeline

/// A clip on its way to a timeline: looked at, and its playing resolved.
struct VideoLowering {
  private let video: VideoElement
  private let layer: Layer
  private let turn: Turn
  private let firstFrame: FrameIndex
  private let lowering: Lowering

  init(
    _ video: VideoElement, of layer: Layer, during turn: Turn, from firstFrame: FrameIndex,
    lowering: Lowering
  ) {
    self.video = video
    self.layer = layer
    self.turn = turn
    self.firstFrame = firstFrame
    self.lowering = lowering
  }

  /// Nil, and reported, if it can't be had.
  var content: ClipContent? {
    guard let facts = video.facts(at: layer.site) else { return nil }
    check(facts)
    var playback = ClipPlayback(course, part: video.part(of: facts))
    playback.isReversed = video.isReversed
    playback.loop = video.seconds == nil ? video.loop(of: facts) : .once
    playback.conform = video.conform
    let asset = VideoAsset(path: AssetPath(video.path, from: layer.site), facts: facts)
    return .video(asset, fit: video.fit, move: video.move, playing: playback)
  }

  private var course: ClipCourse {
    if let seconds = video.seconds { return .seconds(curve(seconds)) }
    if let speed = video.steadySpeed { return .steady(speed) }
    return .ramp(curve(video.speed), during: turn.length + lowering.canvas.rate.start(of: 1))
  }

  private func curve(_ value: Animated<Double>) -> Curve<Double> {
    lowering.curve(value, or: 1, site: layer.site, firstFrame: firstFrame, during: turn)
  }

  private func check(_ clip: ClipFacts) {
    checkTrim(clip)
    SpeedCheck(what: "a clip", hint: "reversed: true plays backwards, freezeAt: stands still")
      .check(video.speed, at: layer.site, lowering.authoring.log)
    let (seconds, length) = (video.seconds, clip.length)
    if video.isFrozen, case .constant(let second)? = seconds?.source,
      !(second >= 0 && second < length.seconds)
    {
      report(
        "\(video.path) can't be frozen at \(second.brief) s: it lasts \(length) s",
        "its first frame is at 0, and its last one ends at \(length)")
    }
    if seconds != nil, video.isReversed || video.loop != nil || video.steadySpeed != 1 {
      let what = video.isFrozen ? "a frozen clip doesn't move" : "which second is seen when is said already"
      report("\(what): speed, reversed and loop count for nothing", "leave them out")
    }
    if let times = video.loop?.loop.passes, times < 1 {
      report("a clip can't play \(times) times", "loop: .repeat(times: 2) plays it twice")
    }
    checkEnd(clip)
  }

  private func checkTrim(_ clip: ClipFacts) {
    guard let trim = video.trim else { return }
    let (start, end) = (trim.start ?? .zero, trim.end ?? clip.length)
    if start < .zero || start >= clip.length || end > clip.length {
      report(
        "the trim from \(start) to \(end) s reaches beyond \(video.path), which lasts \(clip.length) s",
        "leave the end out to play as far as there is: trim: 1.5...")
    } else if end <= start {
      report("the trim ends before it begins: from \(start) to \(end) s", "say it as trim: 1.0..<5.0")
    }
  }

  /// A clip that stands still for long at its end was rarely meant to.
  private func checkEnd(_ clip: ClipFacts) {
    guard video.loop == nil, video.seconds == nil,
      let length = video.length(at: layer.site, clock: lowering.clock), length > .zero,
      turn.length - length > Time(seconds: 0.5)
    else { return }
    lowering.authoring.log.report(
      .warning(
        "\(video.path) is over after \(length) s, and stands still for the \(turn.length - length) s left",
        at: layer.site, hints: "loop: .repeat or .boomerang plays on; loop: .hold says that it is meant so")
    )
  }

  private func report(_ message: String, _ hint: String) {
    lowering.authoring.log.report(.error(message, at: layer.site, hints: hint))
  }
}
