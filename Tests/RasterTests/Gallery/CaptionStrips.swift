import Libretto
import Rehearsal

/// The strips of `Docs/Captions.md`: a line that is sung, and the next.
enum CaptionStrips {
  private static let sheet = """
    [00:00.50]<00:00.50>Neon <00:01.00>rain <00:01.30>falls<00:02.00>
    [00:02.00]<00:02.00>Hold <00:02.40>on <00:02.70>tight<00:03.40>
    """

  static let all: [Strip] = [
    strip("line", .line(.slide(.up, over: 0.4))),
    strip("subtitle", .subtitle().size(.vmin(12))),
    strip("karaoke", .karaoke(sung: .hotPink)),
    strip("highlight", .highlight(active: .white, box: .hotPink)),
    strip("wordByWord", .wordByWord),
    strip("oneWord", .oneWord.size(.vmin(34))),
    strip("rise", .rise(), at: [0.1, 0.2, 0.3, 0.5, 1.6]),
    strip("stack", .stack(sung: .hotPink).size(.vmin(14))),
    strip("typewriter", .typewriter(cursor: .hotPink).size(.vmin(14))),
    strip("teleprompter", .teleprompter().size(.vmin(14))),
  ]

  private static func strip<Style: CaptionStyle & TypesetLetters>(
    _ name: String, _ style: Style, at moments: [Time] = [0.35, 0.8, 1.2, 1.6, 2.2]
  ) -> Strip {
    var style = style
    if style.type.size == TextStyle.captions.size { style = style.size(.vmin(20)) }
    let captions = Captions(LyricSheet(text: sheet)).style(style).shown(early: 0.5)
    let layer = name == "subtitle" ? captions.layer : captions.placed(.center).layer
    return Strip(
      name,
      Sketch(.landscape1080.background(.hex(0x1B2440)).lasting(4)) { [layer] }, at: moments)
  }
}
