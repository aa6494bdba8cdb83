/// Letters that flicker through others before they are sung, and then are themselves.
public struct ScrambleCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions.font("JetBrains Mono", size: .vmin(6), weight: .bold).letterCase(
    .upper)
  package var tint: Color
  package var time: Length
  public var change: CaptionChange { .fadingOut }

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, line in
      let type = page.type(type, of: line)
      return text.byCharacter { letter, index in
        let seed = Noise("\(page.number) \(index)")
        return Group {
          for step in 0..<ScrambleCaptions.steps { stranger(step, of: letter, type, seed) }
          letter.starting(at: letter.start)
        }
      }
    }
  }

  private static let steps = 5
  private static let strangers = Array("ABCDEFGHKLMNPRSTUVXYZ0123456789#%&+=<>?")

  /// What stands in a letter's place for a step.
  private func stranger(_ step: Int, of letter: TextPiece, _ type: TextStyle, _ seed: Noise) -> Text {
    let share = time / Double(ScrambleCaptions.steps)
    let strangers = ScrambleCaptions.strangers
    let pick = min(strangers.count - 1, Int(seed.value(step) * Double(strangers.count)))
    let start = letter.start - time + share * Double(step)
    return Text(String(strangers[pick])).typeset(as: type).fill(tint)
      .size(letter.typeSize)
      .placed(
        x: letter.corner.x + letter.size.width / 2, y: letter.corner.y + letter.size.height / 2,
        anchor: .center
      )
      .starting(at: start).lasting(until: start + share)
  }
}

extension CaptionStyle where Self == ScrambleCaptions {
  /// Letters flicker through others for so long, in a color, until they are sung.
  public static func scramble(_ tint: Color = .cyan, over time: some LengthForm = 0.4) -> ScrambleCaptions {
    ScrambleCaptions(tint: tint, time: time.length)
  }
}
