/// All lines move up evenly, each in its place when it is sung.
public struct TeleprompterCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions.font("Inter", size: .vmin(5), weight: .semibold)
  package var lines: Int
  package var dimmed: Double

  public var spot: Spot { .center }
  public var rows: Int { 3 }

  public func page(_ page: CaptionPage) -> Layers { page.set(in: type) { text, _ in text } }

  public func film(_ script: CaptionScript) -> Layers {
    script.scrolling(in: type, .gliding, before: lines, after: lines, dimmed: dimmed, spacing: .vmin(2))
  }
}

extension CaptionStyle where Self == TeleprompterCaptions {
  /// So many lines above and below the one that is sung; each further one is dimmed so much more.
  public static func teleprompter(lines: Int = 4, dimmed: Double = 0.8) -> TeleprompterCaptions {
    TeleprompterCaptions(lines: max(1, lines), dimmed: dimmed)
  }
}
