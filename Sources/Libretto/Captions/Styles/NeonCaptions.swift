/// Glass tubes that flicker and light up as their words are sung.
public struct NeonCaptions: CaptionStyle, TypesetLetters {
  public var type: TextStyle
  package var glow: Color

  public func page(_ page: CaptionPage) -> Layers {
    page.set(in: type) { text, _ in
      text.byWord { word, index in tube(word, Noise("\(page.number) \(index)")) }
    }
  }

  /// A dark tube, and the light in it.
  private func tube(_ word: TextPiece, _ seed: Noise) -> Group {
    var lit = word.fill(Color.white.mixed(with: glow, by: 0.12))
    lit.letters.shadows = []
    // A dark rim keeps the light apart from what is bright behind it.
    let light = lit.shadowed(glow.mixed(with: .black, by: 0.65), y: 0, blur: .vmin(1), spread: .vmin(0.6))
      .shadowed(glow, y: 0, blur: .vmin(2.4), spread: .vmin(0.5))
      .shadowed(glow.opacity(0.8), y: 0, blur: .vmin(7), spread: .vmin(1))
    // It catches at the third try; how bright the first two are differs from word to word.
    let tries = [0.35 + 0.4 * seed.value(1), 0.05, 0.5 + 0.3 * seed.value(2), 0.15, 1]
    let keys = tries.enumerated().map { step, level in
      Keyframe.at(word.start + NeonCaptions.step * Double(step), level, .hold)
    }
    return Group {
      word
      light.starting(at: word.start).opacity(.keyframes(keys))
    }
  }

  /// How long each try takes.
  private static let step: Length = 0.045
}

extension CaptionStyle where Self == NeonCaptions {
  /// Dark glass tubes in which a color lights up, word by word.
  public static func neon(_ glow: Color = .hotPink) -> NeonCaptions {
    let tube = Color.gray(0.62).mixed(with: glow, by: 0.3)
    let type = TextStyle().font("Dancing Script", size: .vmin(11), weight: .bold).fill(tube)
      .outlined(.black.opacity(0.4), .vmin(0.2))
      .shadowed(.black.opacity(0.75), y: .vmin(0.3), blur: .vmin(1.6), spread: .vmin(0.2))
    return NeonCaptions(type: type, glow: glow)
  }
}
