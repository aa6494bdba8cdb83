extension Transition {
  /// Moves in by its own size, over the neighbour in a `Series`.
  ///
  /// What has no neighbour, and doesn't fill what it stands in, fades as well.
  public static func slide(_ direction: Direction) -> Transition {
    Transition("slide \(direction.rawValue)", .cubicOut) { from, to, progress in
      if to.isThere {
        let isAlone = !from.isThere && !to.fillsItsPlace
        from
        to.moved(direction, by: progress.from(-1, to: 0)).opacity(isAlone ? progress : 1)
      } else {
        from.moved(direction, by: progress).opacity(from.fillsItsPlace ? 1 : progress.from(1, to: 0))
      }
    }
  }

  /// What comes pushes what goes off the screen.
  public static func push(_ direction: Direction) -> Transition {
    Transition("push \(direction.rawValue)", .cubicInOut) { from, to, progress in
      from.moved(direction, by: progress)
      to.moved(direction, by: progress.from(-1, to: 0))
    }
  }

  /// Moves in over the neighbour, which gives way a little, in the shadow.
  public static func cover(_ direction: Direction) -> Transition {
    Transition("cover \(direction.rawValue)", .cubicInOut) { from, to, progress in
      if to.isThere {
        Transition.layers(sinking: from, direction, by: progress)
        Shade(direction).moved(direction, by: progress.from(-1, to: 0)).opacity(progress.within(0...0.15))
        to.moved(direction, by: progress.from(-1, to: 0))
      } else {
        from.moved(direction, by: progress)
      }
    }
  }

  /// Moves off the neighbour, which comes out of its shadow.
  public static func uncover(_ direction: Direction) -> Transition {
    Transition("uncover \(direction.rawValue)", .cubicInOut) { from, to, progress in
      if from.isThere {
        Transition.layers(sinking: to, direction, by: progress.from(-1, to: 0))
        Shade(direction.opposite).moved(direction, by: progress).opacity(
          progress.within(0.85...1).from(1, to: 0))
        from.moved(direction, by: progress)
      } else {
        to.moved(direction, by: progress.from(-1, to: 0))
      }
    }
  }

  /// The camera is torn away from the one and stops at the other.
  public static func whipPan(_ direction: Direction = .left) -> Transition {
    Transition("whip pan \(direction.rawValue)", .expoInOut) { from, to, progress in
      // Two mirrored pictures lie between them, so that the way is long and shows no seam.
      let way = progress.from(0.0, to: 3)
      Group {
        for (place, side) in [from, from, to, to].enumerated() {
          side.mirrored(direction, place == 1 || place == 2)
            .moved(direction, by: way.map { $0 - Double(place) })
        }
      }.smeared(direction, progress.speed.from(.zero, to: .percent(5)))
    }
  }

  /// Through the one into the other, faster and faster and then slower.
  public static func zoom(_ amount: Double = 2.2) -> Transition {
    let amount = amount == amount ? max(1.01, min(20, amount)) : 2.2
    return Transition("zoom", .linear) { from, to, progress in
      let depth = progress.eased(.quintInOut)
      // The zoom of both is one: it goes from 1 through `amount` to its square, as equal steps look equal.
      Mix(
        from.tiled().scale(depth.map { ExactMath.power(amount, 2 * $0) }),
        to.tiled().scale(depth.map { ExactMath.power(amount, $0 - 1) }),
        by: .even, progress.within(0.4...0.6, .sineInOut)
      ).blurred(progress.speed.map { $0 * $0 }.from(.zero, to: .vmin(1.2)))
    }
  }

  /// The one grows into the other while they dissolve.
  public static func morphScale(_ amount: Double = 1.35) -> Transition {
    let amount = amount == amount ? max(0.05, min(20, amount)) : 1.35
    return Transition("morph scale", .cubicInOut) { from, to, progress in
      Mix(
        from.tiled().scale(progress.map { ExactMath.power(amount, $0) }),
        to.tiled().scale(progress.map { ExactMath.power(amount, $0 - 1) }),
        by: .even, progress.within(0.1...0.9, .sineInOut))
    }
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
