/// Words that turn to another color while they are sung, letter by letter.
public struct KaraokeCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  package var sung: Paint
  package var edge: Double

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in text.sung(sung, edge: edge) }
  }
}

extension KaraokeCaptions {
  /// Words turn to a gradient, which lies across the whole line.
  public func sung(_ paint: Paint) -> KaraokeCaptions {
    var style = self
    style.sung = paint
    return style
  }
}

extension CaptionStyle where Self == KaraokeCaptions {
  /// The edge is how soft the change from one color to the other is, in pixels.
  public static func karaoke(sung: Color = .yellow, unsung: Color = .white, edge: Double = 3)
    -> KaraokeCaptions
  {
    KaraokeCaptions(type: TextStyle.captions.fill(unsung), sung: .color(sung), edge: edge)
  }
}
