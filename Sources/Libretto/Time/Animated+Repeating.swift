extension Animated {
  /// What it does until `length` is over, again and again; so many times, if said, and then it stays.
  public func repeating(every length: Length, times: Int? = nil, from moment: Moment = .start) -> Animated {
    Animated(.repeated(self, from: moment, every: length, count: times, thereAndBack: false))
  }

  /// What it does until `length` is over, and then back again: forth, back, forth … so many ways, if said.
  public func yoyo(every length: Length, times: Int? = nil, from moment: Moment = .start) -> Animated {
    Animated(.repeated(self, from: moment, every: length, count: times, thereAndBack: true))
  }
}
