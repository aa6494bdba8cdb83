/// What stands under a line besides its words.
package struct CaptionExtras: Sendable {
  package var showsBackground = true
  package var showsTranslation = false
  package var showsRomanization = false
  package var usesSides = false

  /// What of the screen there is for words, as shares of its sides.
  package var space = Size(width: 0.84, height: 0.9)

  /// A line with all that belongs to it; wide as the space where voices stand on their sides. It takes no
  /// more than a share of the space's height: what would be higher is set smaller.
  package func block(
    _ caption: CaptionLine, _ style: TextStyle, _ site: Site, share: Double = 1, _ each: (Text) -> Layer
  ) -> Column {
    let (file, number) = (site.file, site.line)
    let side = usesSides ? caption.side : style.alignment
    let texts = texts(of: caption)
    let total = texts.reduce(0) { $0 + $1.size }
    // What is left stands between them.
    let height = space.height * 94 * share / max(1, total)
    let column = Column(spacing: .vmin(0.6), alignment: side, file: file, line: number) {
      for text in texts {
        let set = Text(runs: text.runs, at: site).typeset(
          as: style.aligned(side).smaller(text.size).within(
            width: .percent(usesSides ? 60 : space.width * 100), height: .percent(height * text.size)))
        [text.isSung ? each(set) : set.layer]
      }
    }
    guard usesSides else { return column }
    return Column(alignment: side, file: file, line: number) { column }
      .frame(width: .percent(space.width * 100))
  }

  /// What stands one below the other, and how large beside the line itself.
  private func texts(of caption: CaptionLine) -> [(runs: [TextPayload.Run], size: Double, isSung: Bool)] {
    var texts: [(runs: [TextPayload.Run], size: Double, isSung: Bool)] = []
    if !caption.words.isEmpty { texts.append((caption.words.runs, 1, true)) }
    if showsBackground, !caption.background.isEmpty { texts.append((caption.background.runs, 0.7, true)) }
    for text in [
      showsRomanization ? caption.romanization : nil, showsTranslation ? caption.translation : nil,
    ] {
      if let text { texts.append(([TextPayload.Run(text)], 0.62, false)) }
    }
    return texts
  }
}

extension TextStyle {
  /// The same in smaller type.
  func smaller(_ factor: Double) -> TextStyle {
    var copy = self
    copy.size = size * factor
    return copy
  }

  /// The same with limits where it has none.
  func within(width: Measure, height: Measure) -> TextStyle {
    var copy = self
    copy.maxWidth = maxWidth ?? width
    copy.maxHeight = maxHeight ?? height
    return copy
  }
}
