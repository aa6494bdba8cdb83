extension Transition {
  /// Moves in by its own size, over the neighbour in a `Series`.
  ///
  /// What has no neighbour, and doesn't fill what it stands in, fades as well.
  public static func slide(_ direction: Direction) -> Transition {
    Transition("slide \(direction.rawValue)", .cubicOut) { from, to, progress in
      let isSmall = !(from.isThere && to.isThere) && !(from.fillsItsPlace && to.fillsItsPlace)
      if isSmall {
        from.moved(direction, by: progress).opacity(progress.from(1, to: 0))
        to.moved(direction, by: progress.from(-1, to: 0)).opacity(progress)
      } else {
        Group {
          from.moved(direction, by: to.isThere ? Animated(0) : progress)
          to.moved(direction, by: progress.from(-1, to: 0))
        }.cut(at: .element, opening: rest(from, to, progress))
      }
    }
  }

  /// What comes pushes what goes off the screen, or out of its box.
  public static func push(_ direction: Direction) -> Transition {
    Transition("push \(direction.rawValue)", .cubicInOut) { from, to, progress in
      within(from, to, progress) {
        from.moved(direction, by: progress)
        to.moved(direction, by: progress.from(-1, to: 0))
      }
    }
  }

  /// Moves in over the neighbour, which gives way a little, in the shadow.
  public static func cover(_ direction: Direction) -> Transition {
    Transition("cover \(direction.rawValue)", .cubicInOut) { from, to, progress in
      within(from, to, progress) {
        if from.isThere, to.isThere {
          layers(sinking: from, direction, by: progress)
          Shade(direction).moved(direction, by: progress.from(-1, to: 0)).opacity(progress.within(0...0.15))
        } else {
          from.moved(direction, by: progress)
        }
        to.moved(direction, by: progress.from(-1, to: 0))
      }
    }
  }

  /// Moves off the neighbour, which comes out of its shadow.
  public static func uncover(_ direction: Direction) -> Transition {
    Transition("uncover \(direction.rawValue)", .cubicInOut) { from, to, progress in
      within(from, to, progress) {
        if from.isThere, to.isThere {
          layers(sinking: to, direction, by: progress.from(-1, to: 0))
          Shade(direction.opposite).moved(direction, by: progress).opacity(
            progress.within(0.85...1).from(1, to: 0))
        } else {
          to.moved(direction, by: progress.from(-1, to: 0))
        }
        from.moved(direction, by: progress)
      }
    }
  }

  /// The camera is torn away from the one and stops at the other.
  public static func whipPan(_ direction: Direction = .left) -> Transition {
    Transition("whip pan \(direction.rawValue)", .expoInOut) { from, to, progress in
      Group {
        if from.isThere, to.isThere {
          // The way is long, and mirrored pictures between the two leave no gap in it.
          for (place, side) in [from, from, to, to].enumerated() {
            let isBetween = place == 1 || place == 2
            if !isBetween || side.hidesItsPlace {
              side.mirrored(direction, isBetween)
                .moved(direction, by: progress.map { $0 * 3 - Double(place) })
            }
          }
        } else {
          from.moved(direction, by: progress).opacity(progress.within(0.3...0.9).from(1, to: 0))
          to.moved(direction, by: progress.from(-1, to: 0)).opacity(progress.within(0.1...0.7))
        }
      }
      // All is a blur before anything is seen twice.
      .smeared(direction, progress.haste.from(.zero, to: .percent(9)))
      .cut(at: .element, opening: rest(from, to, progress))
    }
  }

  /// Through the one into the other, faster and faster and then slower.
  public static func zoom(_ amount: Double = 2.2) -> Transition {
    let amount = amount == amount ? max(1.01, min(20, amount)) : 2.2
    return Transition("zoom", .linear) { from, to, progress in
      let depth = progress.eased(.quintInOut)
      let isCut = from.isThere && to.isThere
      // The zoom of both is one: it goes from 1 through `amount` to its square, as equal steps look equal.
      Mix(
        from.scale(depth.map { ExactMath.power(amount, isCut ? 2 * $0 : $0) }),
        to.grown(from: 1 / amount, depth, fillsRim: to.hidesItsPlace),
        by: .even, progress.within(isCut ? 0.4...0.6 : to.isThere ? 0.2...0.6 : 0.35...0.65, .sineInOut)
      )
      .blurred(progress.speed.map { $0 * $0 }.from(.zero, to: .vmin(1.2)))
      .cut(at: .element, opening: rest(from, to, progress))
    }
  }

  /// The one grows into the other while they dissolve.
  public static func morphScale(_ amount: Double = 1.35) -> Transition {
    let amount = amount == amount ? max(0.05, min(20, amount)) : 1.35
    return Transition("morph scale", .cubicInOut) { from, to, progress in
      Mix(
        from.scale(progress.map { ExactMath.power(amount, $0) }),
        to.grown(from: 1 / amount, progress, fillsRim: to.hidesItsPlace),
        by: .even, progress.within(0.1...0.9, .sineInOut)
      )
      .cut(at: .element, opening: rest(from, to, progress))
    }
  }

  /// What moves in the box of a transition, and is seen there alone.
  private static func within(
    _ from: Side, _ to: Side, _ progress: Animated<Double>, @LayersBuilder _ layers: () -> Layers
  ) -> Group {
    Group(layers).cut(at: .box, opening: rest(from, to, progress))
  }

  /// A side that gives way a little, and lies in the shadow as it does.
  private static func layers(
    sinking side: Side, _ direction: Direction, by way: Animated<Double>
  ) -> Layers {
    [
      side.moved(direction, by: way.map { $0 * 0.25 }).layer,
      side.isThere ? Solid(.black).opacity(way.map { min(0.45, abs($0) * 0.45) }).layer : nil,
    ].compactMap(\.self)
  }
}
