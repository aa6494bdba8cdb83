/// What is said last is done last: `.reversed().looping()` plays backwards again and again.
extension Element {
  /// So many times as fast, with all that is in it; it may change, by the element's own clock. What is heard in
  /// it stays as high as it was, unless told otherwise.
  public func speed(_ speed: some NumberForm, keepingPitch keepsPitch: Bool = true) -> Replay {
    Replay(layer) { ($0.speed, $0.keepsPitch) = (speed.animatedNumber, keepsPitch) }
  }

  /// By a function of the seconds since it began.
  public func speed(
    keepingPitch keepsPitch: Bool = true, _ speed: @escaping @Sendable (Double) -> Double
  ) -> Replay {
    self.speed(.computed(speed), keepingPitch: keepsPitch)
  }

  /// Backwards, from its last frame to its first.
  public func reversed() -> Replay { Replay(layer) { $0.isReversed = true } }

  /// Again from its begin when it is over, for as long as it is given; or there and back, or so many times.
  public func looping(_ loop: Loop = .repeat) -> Replay { Replay(layer) { $0.loop = loop } }

  /// So many times.
  public func looping(times: Int) -> Replay { looping(.repeat(times: times)) }

  /// The frame that is seen of it at a moment, for as long as it is given.
  public func frozen(at moment: some MomentForm) -> Replay {
    Replay(layer) { ($0.moment, $0.isFrozen) = (moment.moment, true) }
  }
}
