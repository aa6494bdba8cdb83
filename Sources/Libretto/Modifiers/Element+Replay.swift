/// What is said last is done last: `.reversed().looping()` plays backwards again and again.
extension Element {
  /// So many times as fast, with all that is in it; it may change, by the element's own clock. What is heard in
  /// it stays as high as it was, unless told otherwise.
  public func speed(_ speed: Animated<Double>, keepingPitch keepsPitch: Bool = true) -> Replay {
    Replay(layer, .paced(speed, keepsPitch: keepsPitch))
  }

  @_disfavoredOverload
  public func speed(_ speed: Double, keepingPitch keepsPitch: Bool = true) -> Replay {
    self.speed(Animated(speed), keepingPitch: keepsPitch)
  }

  /// Backwards, from its last frame to its first.
  public func reversed() -> Replay { Replay(layer, .reversed) }

  /// Again from its begin when it is over, for as long as it is given; or there and back, or so many times.
  public func looping(_ loop: Loop = .repeat) -> Replay { Replay(layer, .looped(loop)) }

  /// So many times.
  public func looping(times: Int) -> Replay { looping(.repeat(times: times)) }

  /// The frame that is seen of it at a moment, for as long as it is given.
  public func frozen(at moment: Moment) -> Replay { Replay(layer, .frozen(at: moment)) }

  @_disfavoredOverload
  public func frozen(at seconds: Double) -> Replay { frozen(at: .seconds(seconds)) }
}
