/// Words that rise one after the other out of the foot of their line, which hides them until then.
public struct RiseCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  package var sung: Color?
  package var time: Length
  public var change: CaptionChange { .fadingOut }

  public func page(_ page: CaptionPage) -> Layers {
    let whole = page.atMostBeforeSinging(time)
    page.set(in: type) { text, _ in
      (sung.map { text.sung($0) } ?? text).byWord { word, index in
        // The last one begins when the first has risen by half.
        let delay = whole / 3 * (Double(index) / Double(max(1, word.count - 1)))
        return RiseCaptions.rising(word, at: Moment.start + delay, over: whole * (2.0 / 3))
      }
    }
  }

  /// Cut by the box of its line while it moves; then its shadow may reach beyond it.
  private static func rising(_ word: TextPiece, at start: Moment, over length: Length) -> Group {
    let (size, corner) = (word.size, word.corner)
    // Outlines and slanted letters are broader than a word's own box.
    let margin = size.height / 4
    return Group {
      Group {
        word.placed(x: margin, y: 0, anchor: .topLeft)
          .offset(y: .ramp(from: size.height, to: 0, over: length, easing: .quintOut))
      }
      .frame(width: size.width + 2 * margin, height: size.height)
      .placed(x: corner.x - margin, y: corner.y, anchor: .topLeft).clipped()
      .starting(at: start).lasting(until: start + length)
      word.starting(at: start + length)
    }
  }
}

extension CaptionStyle where Self == RiseCaptions {
  /// Words rise one after the other out of their line, before the first of them is sung.
  ///
  /// The page is there within so long, sooner where it comes less early, at once where it doesn't. With a color,
  /// words turn to it as they are sung.
  public static func rise(sung: Color? = nil, over time: some LengthForm = 0.6) -> RiseCaptions {
    RiseCaptions(sung: sung, time: time.length)
  }
}
