import Primitives
import Timeline

/// What its transitions make of a clip in one frame.
struct Presence {
  var opacity = 1.0
  /// How far it stands from its place, in widths and heights of its own.
  var shift = Point.zero

  /// - Parameter passing: whether the clip enters over its neighbour, which then does the dissolving.
  init(of clip: Clip, at frame: FrameIndex, passing: Bool) {
    if let run = clip.entering {
      let done = Presence.progress(of: frame, since: clip.turn.lowerBound, run)
      apply(run.transition, there: done, coming: true, passing: passing)
    }
    if let run = clip.exiting {
      let begin = clip.turn.upperBound.advanced(by: -run.frameCount)
      apply(
        run.transition, there: 1 - Presence.progress(of: frame, since: begin, run), coming: false,
        passing: false)
    }
  }

  /// How far a transition is, 0 to 1, taken at the middle of the frame.
  static func progress(of frame: FrameIndex, since begin: FrameIndex, _ run: TransitionRun) -> Double {
    let middle = Double(frame.value - begin.value) + 0.5
    return max(0, min(1, middle / Double(run.frameCount)))
  }

  private mutating func apply(_ transition: Transition, there: Double, coming: Bool, passing: Bool) {
    guard there < 1 else { return }
    switch transition {
    case .cut: break
    case .fade: opacity *= there
    case .dissolve: opacity *= passing ? 1 : there
    case .slide(let direction):
      let away = 1 - Easing.cubicOut(there)
      let sign = coming ? -away : away
      shift = Point(x: shift.x + sign * direction.unit.x, y: shift.y + sign * direction.unit.y)
      if !passing { slidingOpacity *= there }
    }
  }

  /// The fade of whatever doesn't fill its parent while it slides.
  private(set) var slidingOpacity = 1.0
}
