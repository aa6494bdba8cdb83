/// A hand that writes the words as they are sung.
public struct HandwritingCaptions: CaptionStyle, TypesetLetters {
  public var type: TextStyle
  package var ink: Color
  public var change: CaptionChange { .fadingOut(over: 0.3) }

  public func page(_ page: CaptionPage) -> Layers {
    let lines = page.set(in: type) { text, _ in text.sung(ink, edge: 14) }
    // The shade lies around what is written already.
    Group { lines }.shadowed(.black.opacity(0.9), y: 0, blur: .vmin(0.7))
      .shadowed(.black, y: .vmin(0.2), blur: .vmin(1.2)).shadowed(
        .black, y: .vmin(0.2), blur: .vmin(3))
  }
}

extension CaptionStyle where Self == HandwritingCaptions {
  /// Words are written as they are sung.
  public static func handwriting(_ ink: Color = .white) -> HandwritingCaptions {
    let type = TextStyle().font("Dancing Script", size: .vmin(9), weight: .bold).fill(ink.opacity(0))
    return HandwritingCaptions(type: type, ink: ink)
  }
}
