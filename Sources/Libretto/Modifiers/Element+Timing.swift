extension Element {
  /// Begins at a moment instead of with its container; in a `Series` the order says when.
  public func starting(at moment: Moment) -> Styled { with { $0.timing.start = moment } }

  /// How long it is on stage, its transitions included.
  public func lasting(_ length: Length) -> Styled {
    with {
      $0.timing.length = length
      $0.timing.until = nil
      $0.timing.fillsTheRest = false
    }
  }

  @_disfavoredOverload
  public func lasting(_ seconds: Double) -> Styled { lasting(.seconds(seconds)) }

  @_disfavoredOverload
  public func lasting(_ time: Time) -> Styled { lasting(.time(time)) }

  /// As long as a passage of the song is.
  public func lasting(_ passage: Passage) -> Styled { lasting(passage.length) }

  /// Stays on stage until a moment.
  public func lasting(until moment: Moment) -> Styled {
    with {
      $0.timing.length = nil
      $0.timing.until = moment
      $0.timing.fillsTheRest = false
    }
  }

  /// Takes whatever time the others leave.
  public func fillingTheRest() -> Styled {
    with {
      $0.timing.length = nil
      $0.timing.until = nil
      $0.timing.fillsTheRest = true
    }
  }

  /// How it comes on stage; `over` is part of its length.
  public func entering(_ transition: Transition, over length: Length = 0.5) -> Styled {
    with { $0.entering = StageDirections.Entry(transition: transition, length: length) }
  }

  @_disfavoredOverload
  public func entering(_ transition: Transition, over seconds: Double) -> Styled {
    entering(transition, over: .seconds(seconds))
  }

  /// How it leaves the stage; `over` is part of its length.
  public func exiting(_ transition: Transition, over length: Length = 0.5) -> Styled {
    with { $0.exiting = StageDirections.Entry(transition: transition, length: length) }
  }

  @_disfavoredOverload
  public func exiting(_ transition: Transition, over seconds: Double) -> Styled {
    exiting(transition, over: .seconds(seconds))
  }
}
