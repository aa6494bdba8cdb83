extension TextStyle {
  /// What captions are set in unless told otherwise; the same on wide and on tall screens.
  public static let captions = TextStyle().font("Inter", size: .vmin(6.8), weight: .bold).lineHeight(1.05)
    .shadedAround()
}

extension PaintedLetters {
  /// Letters that are read on anything, snow and leaves too: in a dark rim, and in a soft shade that reaches
  /// further.
  public func shadedAround() -> Self {
    outlined(.black.opacity(0.6), .vmin(0.24))
      .shadowed(.black.opacity(0.8), y: .vmin(0.15), blur: .vmin(1.1), spread: .vmin(0.5))
      .shadowed(.black.opacity(0.5), y: .vmin(0.3), blur: .vmin(4), spread: .vmin(0.9))
  }
}

extension Spring {
  /// Is there after a tenth of a second, and goes a little too far: what jumps with a word has no more time.
  public static let springy = Spring(stiffness: 420, damping: 22)
}
