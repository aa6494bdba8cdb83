import Libretto
import Rehearsal

/// The strips of `Docs/Captions.md`: the middle of a style on a plain color, on snow, on leaves, on a picture at night, wide and
/// tall, while a line is sung.
enum CaptionStrips {
  private static let sheet = LyricSheet(
    text: """
      [00:00.50]<00:00.50>Neon <00:01.00>rain <00:01.30>falls<00:02.00>
      [00:02.20]<00:02.20>Hold <00:02.50>on <00:02.80>tight<00:03.40>
      [00:03.60]<00:03.60>We <00:03.80>are <00:04.00>made <00:04.20>of <00:04.40>light<00:05.00>
      """)

  static let all: [Strip] = [
    strip("line") { $0.style(.line(.slide(.up, over: 0.4))) },
    strip("subtitle") { $0.style(.subtitle()) },
    strip("karaoke") { $0.style(.karaoke(sung: .hotPink)) },
    strip("highlight") { $0.style(.highlight(active: .white, box: .hotPink)) },
    strip("wordByWord") { $0.style(.wordByWord) },
    strip("oneWord") { $0.style(.oneWord) },
    strip("rise", at: [0.3, 0.4]) { $0.style(.rise()).shown(early: 0.45) },
    strip("stack") { $0.style(.stack(sung: .hotPink)) },
    strip("typewriter") { $0.style(.typewriter(cursor: .hotPink)) },
    strip("teleprompter") { $0.style(.teleprompter()) },
    strip("kinetic", at: [1.5, 1.7], whole: true) { $0.style(.kinetic(.hotPink)) },
    strip("scramble") { $0.style(.scramble()) },
    strip("neon") { $0.style(.neon()) },
    strip("handwriting") { $0.style(.handwriting()) },
  ]

  /// Two moments on a plain color, then the later one on everything else.
  static func strip(
    _ name: String, at moments: [Time] = [0.8, 1.2], whole: Bool = false,
    _ dress: @escaping @Sendable (Captions) -> Captions
  ) -> Strip {
    func panel(_ canvas: Canvas, _ ground: Ground, _ moments: [Time]) -> Strip.Panel {
      let film = Sketch(canvas.lasting(6)) {
        ground.layers
        dress(Captions(sheet)).placed(.center)
      }
      // What is around the middle of what captions keep to.
      let middle = canvas.isTall ? 0.394 : 0.5
      guard !whole || canvas.isTall else { return Strip.Panel(film: film, moments: moments) }
      return Strip.Panel(
        film: film, moments: moments,
        window: Rect(
          x: canvas.isTall ? 0.05 : 0.17, y: middle - 0.24, width: canvas.isTall ? 0.9 : 0.66, height: 0.48)
      )
    }
    let (wide, tall) = (Canvas.size(1280, 720), Canvas.size(720, 1280))
    return Strip(
      name,
      panels: [
        panel(wide, .plain, moments), panel(wide, .snow, [moments[1]]), panel(tall, .leaves, [moments[1]]),
        panel(tall, .night, [moments[1]]),
      ], height: 150)
  }
}

/// The looks of `Docs/Captions.md`, shown in the same way.
enum LookStrips {
  static let all: [Strip] = [
    look("tikTok", .tikTok), look("reels", .reels), look("shorts", .shorts),
    look("appleMusic", .appleMusic),
    look("spotify", .spotify), look("karaokeBar", .karaokeBar), look("film", .film),
    look("kinetic", .kinetic, at: [1.5, 1.7], whole: true),
    look("scramble", .scramble), look("neon", .neon), look("handwriting", .handwriting),
    look("block", .block),
  ]

  private static func look(
    _ name: String, _ look: CaptionLook, at moments: [Time] = [0.8, 1.2], whole: Bool = false
  ) -> Strip {
    CaptionStrips.strip(name, at: moments, whole: whole) { $0.look(look) }
  }
}
