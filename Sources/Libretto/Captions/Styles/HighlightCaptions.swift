/// The word that is sung stands out: in a color, on a box, larger.
public struct HighlightCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  package var active: Color
  package var box: Color?
  package var scale: Double

  public func page(_ page: CaptionPage) -> Layers {
    let fade = page.atMost(0.2)
    page.set(in: type) { text, _ in text.byWord { word, _ in words(word) } }
      .entering(.fade, over: fade).exiting(.fade, over: page.atMostAfterSinging(0.2))
  }

  /// The word as it is most of the time, and as it is while it is sung.
  private func words(_ word: TextPiece) -> Group {
    var lit = word.fill(active)
    if let box {
      let height = word.size.height
      lit = lit.boxed(
        .color(box), padding: (.pixels(height * 0.1), 0), cornerRadius: .pixels(height * 0.16))
    }
    return Group {
      word.opacity(
        .keyframes(
          .at(word.start, 1), .at(word.start, 0), .at(word.next, 0, .hold),
          .at(word.next, 1)))
      lit.scale(.spring(from: 1, to: scale, .snappy)).starting(at: word.start).lasting(until: word.next)
    }
  }
}

extension CaptionStyle where Self == HighlightCaptions {
  /// The word that is sung is so colored, on a box if one is said, and so many times as large.
  public static func highlight(active: Color = .yellow, box: Color? = nil, scale: Double = 1.06)
    -> HighlightCaptions
  {
    HighlightCaptions(active: active, box: box, scale: scale)
  }
}
