/// What of a screen is sure to be seen, as shares of its sides.
public struct SafeArea: Hashable, Sendable {
  package var area: Rect

  /// All but so much of each edge.
  public static func edges(top: Double = 0, left: Double = 0, bottom: Double = 0, right: Double = 0)
    -> SafeArea
  {
    SafeArea(area: Rect(x: left, y: top, width: 1 - left - right, height: 1 - top - bottom))
  }

  /// All but the same share of each edge.
  public static func edges(_ share: Double) -> SafeArea {
    edges(top: share, left: share, bottom: share, right: share)
  }

  /// What televisions show: all but 3.5 % on each side.
  public static let action = edges(0.035)
  /// What television has always kept free for titles: a tenth on each side.
  public static let title = edges(0.1)
  /// Free of the buttons and names that phone apps lay over vertical films.
  public static let vertical = edges(top: 0.12, left: 0.06, bottom: 0.22, right: 0.14)
}

extension Canvas {
  /// What is sure to be seen of it: on a tall one what phone apps leave free, else what television does.
  public var safeArea: SafeArea { isTall ? .vertical : .title }
}
