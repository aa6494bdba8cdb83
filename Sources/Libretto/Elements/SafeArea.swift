/// What of a screen is sure to be seen, as shares of its sides.
public struct SafeArea: Hashable, Sendable {
  package var area: Rect
  /// Whether captions in the middle stand in the middle of the screen, though the area isn't there.
  package var keepsMiddle = false

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

  /// Free of the buttons and names that TikTok, Reels and Shorts lay over vertical films: 270 pixels above, 670
  /// below, 65 on the left and 170 on the right of 1080×1920.
  ///
  /// Captions in the middle stay in the middle of the screen.
  public static let vertical = app(top: 270, left: 65, bottom: 670, right: 170)
  /// What TikTok leaves free.
  public static let tikTok = app(top: 250, left: 65, bottom: 420, right: 170)
  /// What Instagram leaves free of Reels.
  public static let reels = app(top: 270, left: 65, bottom: 670, right: 65)

  /// What an app leaves of 1080×1920 pixels.
  private static func app(top: Double, left: Double, bottom: Double, right: Double) -> SafeArea {
    var area = edges(top: top / 1920, left: left / 1080, bottom: bottom / 1920, right: right / 1080)
    area.keepsMiddle = true
    return area
  }
}

extension Canvas {
  /// What is sure to be seen of it: on a tall one what phone apps leave free, else what television does.
  public var safeArea: SafeArea { isTall ? .vertical : .title }
}
