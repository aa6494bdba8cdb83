import Primitives
import Timeline

/// How time is to be bent, as the author asked for it: by the arguments of a clip, or by modifiers.
struct WarpRequest: Sendable {
  /// How many times as fast; it may change, by the element's own clock.
  var speed: Animated<Double> = 1
  /// Whether what is heard stays as high as it was.
  var keepsPitch = true
  var isReversed = false
  /// What comes after the end; once, or as a file says, if nil.
  var loop: Loop?
  /// Which second is seen when; nil if it plays by its speed.
  var seconds: Animated<Double>?
  /// The moment that is seen all the time.
  var moment: Moment?
  /// Whether one moment is seen all the time.
  var isFrozen = false

  /// The speed, if it is one that can be and never changes.
  var steadySpeed: Double? {
    guard case .constant(let value) = speed.source else { return nil }
    return value > 0 && value <= Pace.fastest ? value : nil
  }

  /// Whether what is heard could be heard as it is seen: forwards, at a speed that stays.
  func isHeard(_ loop: TimeWarp.Loop) -> Bool {
    if case .thereAndBack = loop { return false }
    return seconds == nil && !isFrozen && !isReversed && steadySpeed != nil
  }
}

/// What something that plays does after its end.
public struct Loop: Hashable, Sendable {
  var loop: TimeWarp.Loop

  /// Plays once, and stands still on its last frame.
  public static let hold = Loop(loop: .once)
  /// Begins again, as often as there is time for.
  public static let `repeat` = Loop(loop: .again(times: nil))
  /// Plays to its end and back, as often as there is time for.
  public static let boomerang = Loop(loop: .thereAndBack(times: nil))

  /// Plays so many times.
  public static func `repeat`(times: Int) -> Loop { Loop(loop: .again(times: times)) }
  /// Plays to its end and back so many times.
  public static func boomerang(times: Int) -> Loop { Loop(loop: .thereAndBack(times: times)) }
}
