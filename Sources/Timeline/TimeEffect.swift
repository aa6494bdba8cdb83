package import Primitives

/// What is done to an element by showing other moments of it.
package enum TimeEffect: Sendable {
  /// Stands still and then jumps, once every so often.
  case stepped(every: Time)
  /// What it was before, so many times so long ago, each so much of the one after it, beneath.
  case trail(count: Int, delay: Time, decay: Double)
  /// The mean of so many moments while the shutter is open, a share of the frame's time.
  case exposed(shutter: Double, samples: Int)
}
