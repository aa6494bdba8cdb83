/// Words jump into their line as they are sung, and stay until the page goes.
public struct WordByWordCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  public var change: CaptionChange { .fadingOut }

  /// Words in the type that captions usually have.
  public init() {}

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in text.byWord { word, _ in WordByWordCaptions.jumping(word) } }
  }

  private static func jumping(_ word: TextPiece) -> TextPiece {
    word.starting(at: word.start).scale(.spring(from: 0.75, to: 1, .springy))
      .opacity(.ramp(from: 0, to: 1, over: .frames(2)))
  }
}

extension CaptionStyle where Self == WordByWordCaptions {
  /// Words jump into their line as they are sung, and stay until the page goes.
  public static var wordByWord: WordByWordCaptions { WordByWordCaptions() }
}
