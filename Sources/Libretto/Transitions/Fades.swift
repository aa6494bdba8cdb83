extension Transition {
  /// At once, as without a transition.
  public static let cut = Transition("cut", .cut)

  /// Out of nothing, or into nothing: what is beneath shows through meanwhile.
  public static let fade = Transition("fade", .fade)

  /// Out of the neighbour in a `Series`; elsewhere the same as a fade.
  public static let dissolve = Transition("dissolve", .dissolve)

  /// Into a color, and out of it; what has no neighbour takes the color itself, and comes or goes in it.
  public static func fade(through color: Color) -> Transition {
    Transition("fade through \(color)") { from, to, progress in
      if from.isThere, to.isThere {
        from.opacity(progress.map { $0 < 0.5 ? 1 : 0 })
        to.opacity(progress.map { $0 < 0.5 ? 0 : 1 })
        Solid(color).opacity(progress.map { $0 < 0.5 ? $0 * 2 : 2 - $0 * 2 }.eased(.sineInOut))
      } else {
        let (side, left) = to.isThere ? (to, progress) : (from, progress.from(1, to: 0))
        side.tinged(color, left.within(0.25...1, .sineInOut).from(1, to: 0))
          .opacity(left.within(0...0.25))
      }
    }
  }

  /// Both lights add up on the way, so that it glows in the middle.
  public static let additiveDissolve = Transition("additive dissolve") { from, to, progress in
    Group {
      from.opacity(progress.map { 1 - max(0, $0 - 0.4) / 0.6 })
      to.opacity(progress.map { min(1, $0 / 0.6) }).blendMode(.add)
    }.cut(at: .element, opening: rest(from, to, progress))
  }

  /// Both are out of focus in the middle, where the one dissolves into the other.
  ///
  /// - Parameter radius: the largest standard deviation of the blur.
  public static func blur(_ radius: Measure = .vmin(4)) -> Transition {
    Transition("blur") { from, to, progress in
      let depth = progress.swell.from(Measure.zero, to: radius)
      Mix(from, to, by: .even, progress.within(0.25...0.75, .sineInOut)).blurred(depth)
        .cut(at: .element, opening: rest(from, to, progress))
    }
  }
}
