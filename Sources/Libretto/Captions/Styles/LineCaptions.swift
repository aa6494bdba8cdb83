/// Each page comes and goes as a whole.
public struct LineCaptions: CaptionStyle, TypesetLetters {
  public var type = TextStyle.captions
  public package(set) var change = CaptionChange.fade(over: 0.3)
  /// The lowest third for lines, the bottom for subtitles.
  public package(set) var spot = Spot.lowerThird

  /// Lines that fade in and out.
  public init() {}

  public func page(_ page: CaptionPage) -> Layers { page.set(in: type) { text, _ in text } }
}

extension CaptionStyle where Self == LineCaptions {
  /// Whole lines that fade in and out, or come another way.
  public static func line(_ change: CaptionChange = .fade(over: 0.3)) -> LineCaptions {
    var style = LineCaptions()
    style.change = change
    return style
  }

  /// Whole lines on boxes at the bottom of the screen.
  public static func subtitle(box: Color = .black.opacity(0.65)) -> LineCaptions {
    var style = LineCaptions()
    style.change = .cut
    style.spot = .bottom
    style.type = TextStyle.captions.font("Inter", size: .vmin(4.4), weight: .medium)
      .boxed(.color(box), around: .line, padding: (x: .vmin(1.6), y: .vmin(0.4)), cornerRadius: .vmin(0.6))
    return style
  }
}
