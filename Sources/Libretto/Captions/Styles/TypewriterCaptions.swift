/// Letters that appear one by one while their word is sung, before a cursor.
public struct TypewriterCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions.font("JetBrains Mono", size: .vmin(6), weight: .bold)
  package var cursor: Color?
  public var change: CaptionChange { .fadingOut }

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in
      text.byCharacter { letter, index in
        typed(letter, until: index + 1 == letter.count ? page.next(after: letter) : letter.next)
      }
    }
  }

  /// A letter, and the cursor behind it until the next one comes.
  private func typed(_ letter: TextPiece, until next: Moment) -> Group {
    Group {
      letter.starting(at: letter.start)
      if let cursor {
        let (size, corner) = (letter.size, letter.corner)
        let gap = size.height / 16
        Rectangle().fill(cursor).frame(width: max(2, gap), height: size.height * 0.72)
          .placed(
            x: letter.isRightToLeft ? corner.x - gap : corner.x + size.width + gap,
            y: corner.y + size.height / 2
          )
          .starting(at: letter.start).lasting(until: next)
      }
    }
  }
}

extension CaptionStyle where Self == TypewriterCaptions {
  /// Without a cursor if its color is nil.
  public static func typewriter(cursor: Color? = .white) -> TypewriterCaptions {
    TypewriterCaptions(cursor: cursor)
  }
}
