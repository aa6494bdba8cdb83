extension Element {
  /// Moves in steps, so many a second, as if drawn by hand: 12 is every second frame of a film's 24.
  public func stepped(to rate: Double) -> Styled {
    with { $0.look.timeEffects.append(.stepped(rate)) }
  }

  /// Leaves copies behind that fade: what it was so long ago, and that again as long ago, each so much of
  /// the one after it.
  public func trailing(
    _ copies: Int = 5, every delay: some LengthForm = 0.06, fading decay: Double = 0.6
  ) -> Styled {
    with { $0.look.timeEffects.append(.trail(copies, delay.length, decay)) }
  }

  /// Blurred by its own motion, as by a camera whose shutter is open for a share of each frame: half of it,
  /// or 180°, is usual. What it costs grows with the samples.
  public func motionBlurred(shutter: Double = 0.5, samples: Int = 8) -> Styled {
    with { $0.look.timeEffects.append(.exposed(shutter, samples)) }
  }
}

/// An effect of other moments as the author asked for it.
enum TimeEffectRequest: Sendable {
  case stepped(Double)
  case trail(Int, Length, Double)
  case exposed(Double, Int)
}
