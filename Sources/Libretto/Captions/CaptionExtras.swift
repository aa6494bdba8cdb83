/// What stands under a line besides its words, and how each of it is set.
package struct CaptionExtras: Sendable {
  package var showsWords = true
  package var showsBackground = true
  package var showsTranslation = false
  package var showsRomanization = false
  package var usesSides = false
  package var voices: [(name: String, role: CaptionRole)] = []
  package var background = CaptionRole()
  package var translation = CaptionRole()
  package var romanization = CaptionRole()
  package var emphasis: CaptionEmphasis?

  /// What of the screen there is for words, as shares of its sides.
  package var space = Size(width: 0.84, height: 0.9)

  /// How wide a row may be: less where voices stand on their sides.
  package var width: Measure { .percent(usesSides ? min(60, space.width * 100) : space.width * 100) }

  /// How a line is set where its words are in a style.
  package func type(_ style: TextStyle, of line: CaptionLine) -> TextStyle {
    let voiced = voice(of: line)?.style(style) ?? style
    return line.isBehind ? background.style(voiced.sized(by: CaptionExtras.behind)) : voiced
  }

  /// What was asked for the voice of a line.
  package func voice(of line: CaptionLine) -> CaptionRole? {
    voices.last { line.isSung(by: $0.name) }?.role
  }

  /// How large what is sung behind is beside the line, and what is only read.
  private static let (behind, read) = (0.7, 0.62)

  /// A line with all that belongs to it; wide as the space where voices stand on their sides. It takes no
  /// more than a share of the space's height: what would be higher is set smaller.
  package func block(
    _ caption: CaptionLine, _ style: TextStyle, _ site: Site, share: Double = 1, _ each: (Text) -> Layer
  ) -> Column {
    let (file, number) = (site.file, site.line)
    let side = usesSides ? caption.side : style.alignment
    let texts = texts(of: caption, in: style)
    let total = texts.reduce(0) { $0 + $1.size }
    // What is left stands between them.
    let height = space.height * 94 * share / max(1, total)
    let column = Column(spacing: .vmin(0.6), alignment: side, file: file, line: number) {
      for text in texts {
        let set = Text(runs: text.runs, at: site).typeset(
          as: text.type.aligned(side).within(
            width: width, height: .percent(height * text.size), lines: text.rows)
        ).setting(\.payload.emphasis, to: emphasis?.look)
        [text.isSung ? each(set) : set.layer]
      }
    }
    guard usesSides else { return column }
    return Column(alignment: side, file: file, line: number) { column }
      .frame(width: .percent(space.width * 100))
  }

  private struct Piece {
    var runs: [TextPayload.Run]
    var type: TextStyle
    /// How large it is beside the line itself.
    var size: Double
    var isSung: Bool
    var rows: Int?
  }

  /// What stands one below the other.
  private func texts(of caption: CaptionLine, in style: TextStyle) -> [Piece] {
    let type = type(style, of: caption)
    var texts: [Piece] = []
    if showsWords, !caption.words.isEmpty {
      let rows = CaptionRows.count(of: caption.words)
      texts.append(Piece(runs: caption.words.runs, type: type, size: 1, isSung: true, rows: rows))
    }
    if showsWords, showsBackground, !caption.background.isEmpty {
      let type = background.style(type.sized(by: CaptionExtras.behind))
      texts.append(
        Piece(runs: caption.background.runs, type: type, size: CaptionExtras.behind, isSung: true))
    }
    for (text, role) in [
      (showsRomanization ? caption.romanization : nil, romanization),
      (showsTranslation ? caption.translation : nil, translation),
    ] {
      guard let text else { continue }
      let type = role.style(type.sized(by: CaptionExtras.read))
      texts.append(
        Piece(runs: [TextPayload.Run(text)], type: type, size: CaptionExtras.read, isSung: false))
    }
    return texts
  }
}

/// How some of the words are set beside the others: those of a voice, a translation.
package struct CaptionRole: Sendable {
  private var edits: [@Sendable (TextStyle) -> TextStyle] = []
  /// Where they stand; with the others if nil.
  package var spot: Spot?

  package func style(_ style: TextStyle) -> TextStyle { edits.reduce(style) { $1($0) } }

  package mutating func take(_ spot: Spot?, _ edit: @escaping @Sendable (TextStyle) -> TextStyle) {
    self.spot = spot ?? self.spot
    edits.append(edit)
  }
}

extension TextStyle {
  /// The same with limits where it has none.
  func within(width: Measure, height: Measure, lines: Int?) -> TextStyle {
    var copy = self
    copy.maxWidth = maxWidth ?? width
    copy.maxHeight = maxHeight ?? height
    copy.maxLines = maxLines ?? lines
    return copy
  }
}
