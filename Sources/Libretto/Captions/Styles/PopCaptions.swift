/// Words jump in as they are sung: into their line, or one at a time.
public struct PopCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  package var onlyOne = false

  public func page(_ page: CaptionPage) -> Layers {
    if onlyOne {
      page.set(in: type) { text, _ in
        text.byWord { word, _ in PopCaptions.jumping(word).lasting(until: word.next) }
      }
    } else {
      page.set(in: type) { text, _ in text.byWord { word, _ in PopCaptions.jumping(word) } }
        .exiting(.fade, over: page.atMost(0.2))
    }
  }

  private static func jumping(_ word: TextPiece) -> TextPiece {
    word.starting(at: word.start).scale(.spring(from: 0.5, to: 1, .bouncy))
      .opacity(.ramp(from: 0, to: 1, over: .frames(2)))
  }
}

extension CaptionStyle where Self == PopCaptions {
  /// Words jump into their line as they are sung, and stay until the page goes.
  public static var wordByWord: PopCaptions { PopCaptions() }
}
