/// How progress runs from 0 to 1 while time does.
public enum Easing: Hashable, Sendable {
  /// Always equally fast.
  case linear
  /// The curve of CSS `cubic-bezier`: two control points between (0, 0) and (1, 1).
  case cubic(Double, Double, Double, Double)
  /// Stays at the start until the very end.
  case hold
  /// So many equal jumps, the last one at the end.
  case steps(Int)
  /// Swings around the end like a plucked string before it rests.
  case elastic
  /// Falls onto the end and bounces off it, less each time.
  case bounce

  /// Draws back before it goes: what is about to jump.
  public static let anticipate = Easing.cubic(0.6, -0.5, 0.4, 1)
  /// CSS `ease-in`: starts slowly.
  public static let easeIn = Easing.cubic(0.42, 0, 1, 1)
  /// CSS `ease-out`: ends slowly.
  public static let easeOut = Easing.cubic(0, 0, 0.58, 1)
  /// CSS `ease-in-out`: starts and ends slowly.
  public static let easeInOut = Easing.cubic(0.42, 0, 0.58, 1)
  /// The softest start.
  public static let sineIn = Easing.cubic(0.12, 0, 0.39, 0)
  /// The softest end.
  public static let sineOut = Easing.cubic(0.61, 1, 0.88, 1)
  /// The softest start and end.
  public static let sineInOut = Easing.cubic(0.37, 0, 0.63, 1)
  /// Quadratic: a soft start.
  public static let quadIn = Easing.cubic(0.11, 0, 0.5, 0)
  /// Quadratic: a soft end.
  public static let quadOut = Easing.cubic(0.5, 1, 0.89, 1)
  /// Quadratic at both ends.
  public static let quadInOut = Easing.cubic(0.45, 0, 0.55, 1)
  /// Cubic: a clear start.
  public static let cubicIn = Easing.cubic(0.32, 0, 0.67, 0)
  /// Cubic: a clear end.
  public static let cubicOut = Easing.cubic(0.33, 1, 0.68, 1)
  /// Cubic at both ends.
  public static let cubicInOut = Easing.cubic(0.65, 0, 0.35, 1)
  /// Quintic: hardly moves, then goes.
  public static let quintIn = Easing.cubic(0.64, 0, 0.78, 0)
  /// Quintic: goes, then hardly moves.
  public static let quintOut = Easing.cubic(0.22, 1, 0.36, 1)
  /// Quintic at both ends: nearly all of it in the middle.
  public static let quintInOut = Easing.cubic(0.83, 0, 0.17, 1)
  /// Exponential, the hardest start.
  public static let expoIn = Easing.cubic(0.7, 0, 0.84, 0)
  /// Exponential, the hardest end.
  public static let expoOut = Easing.cubic(0.16, 1, 0.3, 1)
  /// Exponential at both ends: nearly a jump in the middle.
  public static let expoInOut = Easing.cubic(0.87, 0, 0.13, 1)
  /// Goes a little back first.
  public static let backIn = Easing.cubic(0.36, 0, 0.66, -0.56)
  /// Goes a little beyond the end, and comes back.
  public static let backOut = Easing.cubic(0.34, 1.56, 0.64, 1)
  /// Both: a little back first, a little beyond the end.
  public static let backInOut = Easing.cubic(0.68, -0.6, 0.32, 1.6)

  /// Where progress is at a point of time; outside 0 to 1 it stays at the nearer end.
  public func callAsFunction(_ time: Double) -> Double {
    guard time > 0 else { return 0 }
    guard time < 1 else { return 1 }
    switch self {
    case .linear: return time
    case .hold: return 0
    case .steps(let count): return (time * Double(max(1, count))).rounded(.down) / Double(max(1, count))
    case .elastic:
      let swing = ExactMath.cos(2 * .pi * 3 * time) * ExactMath.exp(-7 * time)
      // What is left of the swing at the end is taken away evenly.
      return 1 - (swing * (1 - time))
    case .bounce: return Easing.bounced(time)
    case .cubic(let x1, let y1, let x2, let y2):
      let clamped = (max(0, min(1, x1)), max(0, min(1, x2)))
      return Easing.bezier(y1, y2, at: Easing.parameter(clamped.0, clamped.1, reaching: time))
    }
  }

  /// A fall, and three bounces that take half as long each as the one before, all under the same weight.
  private static func bounced(_ time: Double) -> Double {
    // Counted in falls: the last bounce ends after 2 ¾ of them.
    let falls = time * 2.75
    if falls < 1 { return falls * falls }
    let (middle, half) = falls < 2 ? (1.5, 0.5) : falls < 2.5 ? (2.25, 0.25) : (2.625, 0.125)
    return 1 - half * half + (falls - middle) * (falls - middle)
  }

  private static func bezier(_ first: Double, _ second: Double, at t: Double) -> Double {
    let rest = 1 - t
    return 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t
  }

  /// The curve's parameter where its x is `time`. Bisection: x never falls, and 60 halvings are exact.
  private static func parameter(_ x1: Double, _ x2: Double, reaching time: Double) -> Double {
    var low = 0.0
    var high = 1.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if bezier(x1, x2, at: middle) < time { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
