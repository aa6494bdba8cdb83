import Primitives
import Timeline

extension Clip {
  /// The same so many frames later.
  func moved(by count: Int) -> Clip {
    func later(_ range: Range<FrameIndex>) -> Range<FrameIndex> {
      range.lowerBound.advanced(by: count)..<range.upperBound.advanced(by: count)
    }
    var clip = self
    clip.frames = later(frames)
    clip.turn = later(turn)
    clip.content = content.moved(by: count)
    clip.entering = entering?.moved(by: count)
    clip.exiting = exiting?.moved(by: count)
    return clip
  }
}

extension TransitionRun {
  fileprivate func moved(by count: Int) -> TransitionRun {
    guard case .staged(let clips) = manner else { return self }
    var run = self
    run.manner = .staged(clips.map { $0.moved(by: count) })
    return run
  }
}

extension ClipContent {
  fileprivate func moved(by count: Int) -> ClipContent {
    func later(_ clips: [Clip]) -> [Clip] { clips.map { $0.moved(by: count) } }
    return switch self {
    case .group(let clips): .group(later(clips))
    case .letters(let clips): .letters(later(clips))
    case .track(let clips): .track(later(clips))
    case .masked(let clip, let mask, let masking):
      .masked(clip.moved(by: count), by: mask.moved(by: count), masking)
    case .canvas(let clips, let canvas): .canvas(later(clips), canvas)
    case .mix(let first, let second, let matte): .mix(later(first), later(second), matte)
    case .solid, .backdrop, .picture, .video, .text, .shape, .neighbour, .replay: self
    }
  }
}
