import Primitives
import Timeline

extension Transition {
  /// The page is turned: it rolls up towards a side or a corner, its back paper, its shadow on the next.
  ///
  /// - Parameter radius: of the roll, as a share of the shorter side.
  public static func page(_ direction: Direction = .upLeft, radius: Double = 0.12) -> Transition {
    Transition("page \(direction.rawValue)", .sineInOut) { from, to, progress in
      Group {
        if from.isThere {
          to.appearing(behind: from, by: .linear(direction).softness(0.05), progress)
          from.adding(Curl(direction: direction, progress: progress, radius: radius))
        } else {
          to.adding(Curl(direction: direction.opposite, progress: progress.from(1, to: 0), radius: radius))
        }
      }.cut(at: .box, opening: rest(from, to, progress))
    }
  }
}

/// Rolled up so far.
private struct Curl: AskedEffect {
  let direction: Direction
  var progress: Animated<Double>
  let radius: Double

  mutating func resolve(by resolver: EffectResolver) { resolver(&progress) }

  func filter(at instant: EffectInstant) -> Filter {
    .warp(.rolled(direction, instant.number(progress, 0...1), radius: radius))
  }
}
