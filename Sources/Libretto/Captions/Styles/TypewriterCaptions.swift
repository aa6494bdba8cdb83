/// Letters that appear one by one while their word is sung, before a cursor.
public struct TypewriterCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions.font("JetBrains Mono", size: .vmin(5), weight: .bold)
  package var cursor: Color?

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in
      text.byCharacter { letter, index in
        typed(letter, until: index + 1 == letter.count ? page.nextStart(after: letter) : letter.next)
      }
    }
    .exiting(.fade, over: page.atMostAfterSinging(0.2))
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

extension CaptionPage {
  /// When a cursor leaves the last letter of a text: for the next one, or with the page after the last.
  fileprivate func nextStart(after letter: TextPiece) -> Moment {
    guard let typed = letter.payload.sung else { return letter.end }
    let texts = lines.flatMap { [$0.words, under.showsBackground ? $0.background : []] }.filter {
      !$0.isEmpty
    }
    if let next = texts.compactMap(\.first?.begin).filter({ $0 >= typed.upperBound }).min() {
      return Moment(origin: .song(next))
    }
    let last = texts.flatMap(\.self).map(\.finish).max() ?? typed.upperBound
    return typed.upperBound < last ? letter.end : leaves
  }
}

extension CaptionStyle where Self == TypewriterCaptions {
  /// Without a cursor if its colour is nil.
  public static func typewriter(cursor: Color? = .white) -> TypewriterCaptions {
    TypewriterCaptions(cursor: cursor)
  }
}
