/// One word at a time, as large as the width lets it be, in the same place.
public struct OneWordCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions.font("Inter", size: .vmin(30), weight: .extraBold)
  public let spot = Spot.center

  /// Words in large type.
  public init() {}

  public func film(_ script: CaptionScript) -> Layers {
    script.placed { for page in script.pages { self.page(page) } }
  }

  public func page(_ page: CaptionPage) -> Layers {
    let words = page.sungWords
    for (index, (word, line)) in words.enumerated() {
      Text(word, file: page.site.file, line: page.site.line).typeset(as: page.type(type, of: line))
        .fitting(width: page.width, height: page.height, lines: 1)
        .starting(at: word.start)
        .lasting(until: index + 1 < words.count ? words[index + 1].word.start : page.leaves)
        .scale(.spring(from: 0.7, to: 1, .springy))
    }
  }
}

extension CaptionStyle where Self == OneWordCaptions {
  /// One word at a time, as large as the width lets it be, in the same place.
  public static var oneWord: OneWordCaptions { OneWordCaptions() }
}
