/// Words that fill the screen in rows of one to three, each thrown into its place as it is sung.
///
/// Where the song is loud, and in choruses, they are larger and stand more askew.
public struct KineticCaptions: CaptionStyle, TypesetLetters {
  public var type: TextStyle
  package var accent: Color
  package var song: Song?

  public var spot: Spot { .center }
  public var rows: Int { 4 }
  public var change: CaptionChange { .cut }

  public func page(_ page: CaptionPage) -> Layers {
    let seed = Noise("page \(page.number)")
    let isHook = ["chorus", "hook", "drop", "refrain"].contains { page.section.lowercased().contains($0) }
    let tilt = (seed.value(0) - 0.5) * (isHook ? 14 : 6)
    let rows = rows(of: page.sungWords, seed)
    let poster = Column(spacing: .vmin(0.5), file: page.site.file, line: page.site.line) {
      for (index, row) in rows.enumerated() {
        set(row, of: rows.count, on: page, isAccent: index == rows.count / 2, seed)
      }
    }
    .rotation(tilt)
    if let song {
      poster.scale(.following(song.energy, 0.9...(isHook ? 1.12 : 1.04)))
    } else {
      poster.scale(isHook ? 1.08 : 1)
    }
  }

  private typealias Words = [(word: CaptionWord, line: CaptionLine)]

  /// One to three words a row: short ones stand together.
  private func rows(of words: Words, _ seed: Noise) -> [Words] {
    var rows: [Words] = []
    for word in words {
      let length = rows.last?.reduce(0) { $0 + $1.word.text.count } ?? .max
      let most = 6 + Int(seed.value(rows.count + 1) * 7)
      if let row = rows.last, row.count < 3, length + word.word.text.count <= most {
        rows[rows.count - 1].append(word)
      } else {
        rows.append([word])
      }
    }
    return rows
  }

  private func set(
    _ row: Words, of count: Int, on page: CaptionPage, isAccent: Bool, _ seed: Noise
  ) -> Text {
    let style = row.first.map { page.type(type, of: $0.line) } ?? type
    return Text(row.map(\.word).inOneRow, file: page.site.file, line: page.site.line)
      .typeset(as: isAccent ? style.fill(accent) : style)
      .fitting(width: page.width * 0.92, height: page.height / Double(max(2, count)), lines: 1)
      .byWord { word, index in KineticCaptions.thrown(word, Noise("\(word.text) \(index)")) }
  }

  /// From a side, turned, into its place.
  private static func thrown(_ word: TextPiece, _ seed: Noise) -> TextPiece {
    let side = seed.value(0) < 0.5 ? -1.0 : 1.0
    return word.starting(at: word.start)
      .scale(.spring(from: 1.6, to: 1, .springy))
      .rotation(.spring(from: side * (6 + 10 * seed.value(1)), to: side * 2 * seed.value(2), .springy))
      .offset(x: .ramp(from: side * word.size.height * 0.5, to: 0, over: 0.12, easing: .expoOut))
      .opacity(.ramp(from: 0, to: 1, over: .frames(2)))
  }
}

extension CaptionStyle where Self == KineticCaptions {
  /// Words thrown onto the screen as they are sung, a row of each page in another color; with a song, they swell
  /// with its energy.
  public static func kinetic(_ accent: Color = .yellow, song: Song? = nil) -> KineticCaptions {
    let type = TextStyle.captions.font("League Spartan", size: .vmin(34), weight: .black).letterCase(.upper)
      .lineHeight(0.82)
    return KineticCaptions(type: type, accent: accent, song: song)
  }
}
