extension Element {
  /// Begins at a moment instead of with its container; in a `Series` the order says when.
  public func starting(at moment: some MomentForm) -> Styled {
    with { $0.timing.start = moment.moment }
  }

  /// How long it is on stage, its transitions included.
  public func lasting(_ length: some LengthForm) -> Styled {
    with {
      $0.timing.length = length.length
      $0.timing.until = nil
      $0.timing.fillsTheRest = false
    }
  }

  /// Stays on stage until a moment.
  public func lasting(until moment: some MomentForm) -> Styled {
    with {
      $0.timing.length = nil
      $0.timing.until = moment.moment
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
  public func entering(_ transition: Transition, over length: some LengthForm = 0.5) -> Styled {
    with { $0.entering = StageDirections.Entry(transition: transition, length: length.length) }
  }

  /// How it leaves the stage; `over` is part of its length.
  public func exiting(_ transition: Transition, over length: some LengthForm = 0.5) -> Styled {
    with { $0.exiting = StageDirections.Entry(transition: transition, length: length.length) }
  }
}
