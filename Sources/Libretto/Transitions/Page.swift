extension Transition {
  /// The page is turned: it rolls up towards a side or a corner, its back pale, its shadow on the next.
  ///
  /// - Parameter radius: of the roll, as a share of the shorter side.
  public static func page(_ direction: Direction = .upLeft, radius: Double = 0.12) -> Transition {
    Transition("page \(direction.rawValue)", .sineInOut) { from, to, progress in
      if from.isThere {
        to
        from.curled(direction, progress, radius: radius)
      } else {
        to.curled(direction.opposite, progress.from(1, to: 0), radius: radius)
      }
    }
  }
}

extension Element {
  fileprivate func curled(_ direction: Direction, _ progress: Animated<Double>, radius: Double) -> Styled {
    with {
      $0.look.effects.append(
        EffectRequest(numbers: [progress]) {
          .warp(.rolled(direction, $0.number(0, 0...1), radius: radius))
        })
    }
  }
}
