/// Words jump in as they are sung: into their line, or one at a time.
public struct PopCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions

  public init() {}

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in text.byWord { word, _ in PopCaptions.jumping(word) } }
      .exiting(.fade, over: page.atMostAfterSinging(0.2))
  }

  private static func jumping(_ word: TextPiece) -> TextPiece {
    word.starting(at: word.start).scale(.spring(from: 0.5, to: 1, .springy))
      .opacity(.ramp(from: 0, to: 1, over: .frames(2)))
  }
}

extension CaptionStyle where Self == PopCaptions {
  /// Words jump into their line as they are sung, and stay until the page goes.
  public static var wordByWord: PopCaptions { PopCaptions() }
}

extension Spring {
  /// Arrives fast, and goes a little too far: what jumps with a word has no more time.
  static let springy = Spring(stiffness: 420, damping: 22)
}
