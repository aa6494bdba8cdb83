import Primitives
import Timeline

/// A clip with what was asked of its playing.
struct VideoPayload: Sendable {
  var path: String
  var trim: Trim?
  var speed: Animated<Double> = 1
  var isReversed: Bool
  var loop: Loop?
  /// Which second of the clip is seen when; nil if it plays by its speed.
  var seconds: Animated<Double>?
  /// Whether one second is seen all the time.
  var isFrozen = false
  var rate: FrameRate?
  var fit = Fit.cover
  var move = KenBurns(.still)
  var conform = FrameConform.nearest
  /// Nil for a clip that isn't heard.
  var sound: Sound?

  struct Sound: Hashable, Sendable {
    var volume: Double
    var fadeIn: Length
    var fadeOut: Length
  }
}
