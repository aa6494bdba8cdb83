import Primitives
import Timeline

extension Lowering {
  /// An animation by the clip's own clock, which is zero at its first frame.
  ///
  /// Moments from the element's begin or end are taken as they are, so that a clip moved by part of a
  /// frame stays the same; moments of the song are measured from the first frame.
  func curve<Value: Animatable>(
    _ value: Animated<Value>, or fallback: Value, site: Site, firstFrame: FrameIndex, during turn: Turn
  ) -> Curve<Value> {
    let clock = ClipClock(lowering: self, site: site, firstFrame: firstFrame, turn: turn)
    return clock.curve(value) ?? .constant(fallback)
  }
}

/// The clock of one clip.
private struct ClipClock: CurveResolver {
  let lowering: Lowering
  let site: Site
  let firstFrame: FrameIndex
  let turn: Turn

  func songClock(of song: AssetPath?) -> SongClock? {
    lowering.clock.songClock(from: firstFrame, of: song)
  }

  func time(of moment: Moment) -> Time? {
    lowering.localTime(moment, site: site, firstFrame: firstFrame, during: turn)
  }

  func time(_ length: Length) -> Time { lowering.clock.time(length, at: site) }

  /// A jump is a cut: it falls on the frame boundary that is nearest, wherever between frames it was said.
  func settle<Value: Animatable>(_ keys: inout [Curve<Value>.Key]) {
    let rate = lowering.canvas.rate
    for index in keys.indices.dropFirst() where keys[index].time == keys[index - 1].time {
      let settled = rate.start(of: rate.boundary(nearest: keys[index].time))
      (keys[index - 1].time, keys[index].time) = (settled, settled)
    }
    // What a jump has passed follows it at once.
    for index in keys.indices.dropFirst() { keys[index].time = max(keys[index].time, keys[index - 1].time) }
  }

  func report(_ message: String, hint: String) {
    lowering.authoring.log.report(.error(message, at: site, hints: hint))
  }
}
