/// All lines move up evenly, each in its place when it is sung.
public struct TeleprompterCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions.font("Inter", size: .vmin(5), weight: .semibold)
  package var lines: Int
  package var dimmed: Double

  public var spot: Spot { .center }

  public func page(_ page: CaptionPage) -> Layers { page.set(in: type) { text, _ in text } }

  public func film(_ script: CaptionScript) -> Layers {
    let blocks = script.blocks(in: type) { $0 }
    let scroll = CaptionScroll(script, heights: blocks.map { script.height(of: $0) }, spacing: .vmin(2))
    for (index, block) in blocks.enumerated() {
      let window = scroll.window(of: index, before: lines, after: lines)
      block
        .placed(
          x: .pixels(script.point.x), y: scroll.gliding(window, of: index),
          anchor: Anchor(x: script.spot.anchor.x, y: 0.5)
        )
        .opacity(scroll.opacities(window, of: index, dimmed: dimmed, over: 0.4))
        .starting(at: window.start).lasting(until: window.end)
        .entering(.fade, over: script.fade).exiting(.fade, over: script.fade)
    }
  }
}

extension CaptionStyle where Self == TeleprompterCaptions {
  /// So many lines above and below the one that is sung; each further one is dimmed so much more.
  public static func teleprompter(lines: Int = 4, dimmed: Double = 0.7) -> TeleprompterCaptions {
    TeleprompterCaptions(lines: max(1, lines), dimmed: dimmed)
  }
}
