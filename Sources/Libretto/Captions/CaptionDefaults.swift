extension TextStyle {
  /// What captions are set in unless told otherwise; the same on wide and on tall screens.
  public static let captions = TextStyle().font("Inter", size: .vmin(6), weight: .bold).lineHeight(1.05)
    .shadowed(.black.opacity(0.7), y: .vmin(0.3), blur: .vmin(1.2))
}

extension Spring {
  /// Is there after a tenth of a second, and goes a little too far: what jumps with a word has no more time.
  public static let springy = Spring(stiffness: 420, damping: 22)
}
