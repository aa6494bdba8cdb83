/// The line that is sung among those before and after it, which are dimmed; all of them move up.
public struct StackCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  package var before: Int
  package var after: Int
  package var dimmed: Double
  package var growing: Double
  package var sung: Paint?
  package var time: Length

  /// The middle, or the left where its lines begin there.
  public var spot: Spot { type.alignment == .leading ? .left : .center }
  public var rows: Int { 3 }

  public func page(_ page: CaptionPage) -> Layers { page.set(in: type) { text, _ in text } }

  public func film(_ script: CaptionScript) -> Layers {
    script.scrolling(
      in: type, .stepping(over: time), before: before, after: after, dimmed: dimmed, growing: growing,
      spacing: .vmin(2.4)
    ) { text in
      sung.map { text.sung($0) } ?? text
    }
  }
}

extension CaptionStyle where Self == StackCaptions {
  /// So many lines before and after the one that is sung, dimmed to so much a line; the one that is sung is so many
  /// times as large. With a color, words turn to it as they are sung.
  public static func stack(
    before: Int = 1, after: Int = 2, dimmed: Double = 0.65, growing: Double = 1, sung: Color? = nil,
    over time: some LengthForm = 0.45
  ) -> StackCaptions {
    StackCaptions(
      before: max(0, before), after: max(0, after), dimmed: dimmed, growing: growing,
      sung: sung.map { .color($0) },
      time: time.length)
  }
}
