/// Letters that appear one by one while their word is sung, before a cursor.
public struct TypewriterCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions.font("JetBrains Mono", size: .vmin(5), weight: .bold)
  package var cursor: Color?

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in
      text.byCharacter { letter, index in typed(letter, isLast: index + 1 == letter.count, page) }
    }
    .exiting(.fade, over: page.atMost(0.2))
  }

  private func typed(_ letter: TextPiece, isLast: Bool, _ page: CaptionPage) -> Group {
    Group {
      letter.starting(at: letter.start)
      if let cursor {
        let size = letter.size
        Rectangle().fill(cursor).frame(width: max(2, size.height / 16), height: size.height * 0.72)
          .position(
            x: letter.corner.x + size.width + size.height / 16, y: letter.corner.y + size.height / 2
          )
          .starting(at: letter.start).lasting(until: isLast ? page.leaves : letter.next)
      }
    }
  }
}

extension CaptionStyle where Self == TypewriterCaptions {
  /// Without a cursor if its colour is nil.
  public static func typewriter(cursor: Color? = .white) -> TypewriterCaptions {
    TypewriterCaptions(cursor: cursor)
  }
}
