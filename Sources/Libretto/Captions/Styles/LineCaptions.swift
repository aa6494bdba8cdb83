/// Each page comes and goes as a whole.
public struct LineCaptions: CaptionStyle, TypesetLetters {
  /// How a page comes.
  public enum Entrance: Hashable, Sendable {
    /// Is there at once.
    case cut
    /// Comes out of nothing.
    case fade
    /// Comes in from its place towards a side.
    case slide(Direction)
    /// Swells from a little smaller.
    case pop
  }

  public var type = TextStyle.captions
  package var entrance = Entrance.fade
  package var time: Length = 0.3
  /// The lowest third for lines, the bottom for subtitles.
  public package(set) var spot = Spot.lowerThird

  /// Lines that fade in and out.
  public init() {}

  public func page(_ page: CaptionPage) -> Layers {
    let (time, rest) = (page.atMost(time), page.atMostAfterSinging(time))
    let lines = page.set(in: type) { text, _ in text }
    switch entrance {
    case .cut: lines
    case .fade: lines.entering(.fade, over: time).exiting(.fade, over: rest)
    case .slide(let direction):
      lines.entering(.slide(direction), over: time).exiting(.fade, over: rest)
    case .pop:
      lines.scale(.spring(from: 0.7, to: 1, .springy)).entering(.fade, over: time / 2)
        .exiting(.fade, over: rest)
    }
  }
}

extension CaptionStyle where Self == LineCaptions {
  /// Whole lines that fade in and out, or come another way.
  public static func line(_ entrance: LineCaptions.Entrance = .fade, over time: some LengthForm = 0.3)
    -> LineCaptions
  {
    var style = LineCaptions()
    (style.entrance, style.time) = (entrance, time.length)
    return style
  }

  /// Whole lines on boxes at the bottom of the screen.
  public static func subtitle(box: Color = .black.opacity(0.65)) -> LineCaptions {
    var style = LineCaptions()
    style.entrance = .cut
    style.spot = .bottom
    style.type = TextStyle.captions.font("Inter", size: .vmin(4.4), weight: .medium)
      .boxed(.color(box), around: .line, padding: (x: .vmin(1.6), y: .vmin(0.4)), cornerRadius: .vmin(0.6))
    return style
  }
}
