/// A weight on a spring: how something arrives that was let go.
public struct Spring: Hashable, Sendable {
  /// The heavier, the slower it comes and the longer it swings.
  public var mass: Double
  /// How strongly it is pulled to its end.
  public var stiffness: Double
  /// What takes the swing away; without any it never rests.
  public var damping: Double
  /// How fast it moves when let go, in whole ways a second.
  public var velocity: Double

  /// Of an author's own; a mass or stiffness of zero or less arrives at once.
  public init(mass: Double = 1, stiffness: Double = 100, damping: Double = 10, velocity: Double = 0) {
    self.mass = mass
    self.stiffness = stiffness
    self.damping = damping
    self.velocity = velocity
  }

  /// Is there after a quarter of a second, and goes a tenth beyond: the usual one.
  public static let smooth = Spring(mass: 0.16, stiffness: 15.35, damping: 1.88)
  /// Takes most of a second, and goes hardly beyond.
  public static let gentle = Spring(stiffness: 60, damping: 14)
  /// Is there after a fifth of a second, and goes hardly beyond.
  public static let snappy = Spring(stiffness: 260, damping: 24)
  /// Goes half of its way beyond, and swings for two seconds or so.
  public static let bouncy = Spring(mass: 0.08, stiffness: 4.75, damping: 0.25)
  /// Faster: goes a third of its way beyond, and trembles for a second.
  public static let wobbly = Spring(stiffness: 180, damping: 8)

  /// How far it has come (1 is arrived, more is beyond) so long after it was let go.
  ///
  /// The exact solution of the equation of motion, by squaring the transition of a small step; so
  /// a frame doesn't depend on the ones before it, and only `+ − × ÷` are used.
  public func progress(after seconds: Double) -> Double {
    guard seconds > 0, mass > 0, stiffness > 0 else { return seconds > 0 ? 1 : 0 }
    let (pull, drag) = (-stiffness / mass, -max(0, damping) / mass)
    // The series holds while a step is short beside the fastest thing in the motion.
    var step = min(seconds, 1000) / 1_048_576
    var halvings = 20
    while halvings < 60, step * max(-drag, (-pull).squareRoot()) > 0.001 {
      (step, halvings) = (step / 2, halvings + 1)
    }
    var transition = Transition.small(step: step, pull: pull, drag: drag)
    for _ in 0..<halvings { transition = transition.squared }
    let progress = 1 + transition.xx * -1 + transition.xv * velocity
    return progress.isFinite ? progress : 1
  }
}

/// How position and speed after a step follow from those before it.
private struct Transition {
  var xx: Double
  var xv: Double
  var vx: Double
  var vv: Double

  /// The series of the matrix exponential, to the fourth order.
  static func small(step h: Double, pull: Double, drag: Double) -> Transition {
    let rate = Transition(xx: 0, xv: h, vx: h * pull, vv: h * drag)
    var term = Transition(xx: 1, xv: 0, vx: 0, vv: 1)
    var sum = term
    for n in 1...4 {
      term = term.times(rate).divided(by: Double(n))
      sum = Transition(
        xx: sum.xx + term.xx, xv: sum.xv + term.xv, vx: sum.vx + term.vx, vv: sum.vv + term.vv)
    }
    return sum
  }

  var squared: Transition { times(self) }

  func times(_ other: Transition) -> Transition {
    Transition(
      xx: xx * other.xx + xv * other.vx, xv: xx * other.xv + xv * other.vv,
      vx: vx * other.xx + vv * other.vx, vv: vx * other.xv + vv * other.vv)
  }

  func divided(by n: Double) -> Transition { Transition(xx: xx / n, xv: xv / n, vx: vx / n, vv: vv / n) }
}
