import Primitives
import Timeline

extension Clip {
  /// How much of it its fades leave in one frame. An exit is an entrance backwards.
  ///
  /// - Parameters:
  ///   - lag: how much later than the frame, in frames.
  ///   - passing: whether it enters over its neighbour, which then does the dissolving.
  func presence(at frame: FrameIndex, late lag: Double, passing: Bool) -> Double {
    var presence = 1.0
    if let run = entering, !passing, run.stage.isEmpty {
      presence *= run.progress(of: frame, late: lag, since: turn.lowerBound)
    }
    if let run = exiting, run.stage.isEmpty {
      let begin = turn.upperBound.advanced(by: -run.frameCount)
      presence *= run.eased(1 - run.place(of: frame, late: lag, since: begin))
    }
    return presence
  }
}

extension TransitionRun {
  /// How far it is, 0 to 1, taken at the middle of the frame.
  func progress(of frame: FrameIndex, late lag: Double, since begin: FrameIndex) -> Double {
    eased(place(of: frame, late: lag, since: begin))
  }

  fileprivate func place(of frame: FrameIndex, late lag: Double, since begin: FrameIndex) -> Double {
    let middle = Double(frame.value - begin.value) + lag + 0.5
    return max(0, min(1, middle / Double(frameCount)))
  }

  fileprivate func eased(_ place: Double) -> Double { max(0, min(1, easing(place))) }
}
