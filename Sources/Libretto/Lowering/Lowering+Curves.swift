import Primitives
import Timeline

extension Lowering {
  /// An animation by an element's own clock, which is zero at its first frame.
  ///
  /// Moments from the element's begin or end are taken as they are, so that a clip moved by part of a
  /// frame stays the same; moments of the song are measured from the first frame.
  func curve<Value: Animatable>(
    _ value: Animated<Value>, or fallback: Value, on stage: Stage
  ) -> Curve<Value> {
    StageClock(lowering: self, stage: stage).curve(value) ?? .constant(fallback)
  }

  /// A moment by an element's own clock.
  func localTime(_ moment: Moment, on stage: Stage) -> Time {
    let turn = stage.seen
    return switch moment.origin {
    case .start, .end: clock.time(moment, within: Turn(begin: .zero, end: turn.length), at: stage.site)
    case .song, .beat, .bar, .film:
      clock.time(moment, within: turn, at: stage.site) - canvas.rate.start(of: stage.firstFrame)
    }
  }
}

/// The clock of one element.
private struct StageClock: CurveResolver {
  let lowering: Lowering
  let stage: Stage

  var round: Time? { lowering.round }

  func songClock(of song: AssetPath?) -> SongClock? {
    lowering.clock.songClock(from: stage.firstFrame, of: song)
  }

  func time(of moment: Moment) -> Time? { lowering.localTime(moment, on: stage) }

  func time(_ length: Length) -> Time { lowering.clock.time(length, at: stage.site) }

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

  func report(_ message: String, hint: String) { lowering.report(message, at: stage.site, hint) }
}
