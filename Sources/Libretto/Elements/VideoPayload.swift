import Primitives
import Timeline

/// A clip with what was asked of its playing.
struct VideoPayload: Sendable {
  var path: String
  var trim: Trim?
  /// Of a row of stills.
  var rate: FrameRate?
  var warp = WarpRequest()
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

  init(path: String, trim: Trim?, rate: FrameRate?) {
    self.path = path
    self.trim = trim
    self.rate = rate
  }
}
