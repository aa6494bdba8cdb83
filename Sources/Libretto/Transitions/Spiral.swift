extension Transition {
  /// The arms of a spiral grow broader until they meet.
  public static func spiral(arms: Int = 3, softness: Double = 0.04) -> Transition {
    matte("spiral", .spiral(arms: arms).softness(softness), pace: .sineInOut)
  }
}

extension Matte {
  /// The arms of a spiral around the middle, from within each to where it meets the next.
  public static func spiral(arms: Int = 3) -> Matte { Matte(.spiral(arms: limited(arms))) }
}
