extension Animated {
  /// What it does until `length` is over, again and again; so many times, if said, and then it stays.
  public func repeating(
    every length: some LengthForm, times: Int? = nil, from moment: some MomentForm = Moment.start
  ) -> Animated {
    Animated(.repeated(self, from: moment.moment, every: length.length, count: times, thereAndBack: false))
  }

  /// What it does until `length` is over, and then back again: forth, back, forth … so many ways, if said.
  public func yoyo(
    every length: some LengthForm, times: Int? = nil, from moment: some MomentForm = Moment.start
  ) -> Animated {
    Animated(.repeated(self, from: moment.moment, every: length.length, count: times, thereAndBack: true))
  }
}
