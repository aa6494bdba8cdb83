/// The lines that are on screen together, and when.
public struct CaptionPage: Sendable {
  public let lines: [CaptionLine]
  /// Counted from 1.
  public let number: Int
  /// When it comes, before it is sung, and when it goes, after.
  public let appears: Moment
  public let leaves: Moment
  /// How long it is there.
  public let length: Length
  package let shown: Range<SongTime>
  package let under: CaptionExtras
  /// Where the captions were asked for.
  package let site: Site
  private let time: @Sendable (Length) -> SongTime

  package init(
    _ lines: [CaptionLine], number: Int, shown: Range<SongTime>, under: CaptionExtras, site: Site,
    time: @escaping @Sendable (Length) -> SongTime
  ) {
    self.lines = lines
    self.number = number
    self.shown = shown
    appears = Moment(origin: .song(shown.lowerBound))
    leaves = Moment(origin: .song(shown.upperBound))
    length = (shown.upperBound - shown.lowerBound).length
    self.under = under
    self.site = site
    self.time = time
  }

  public var section: String { lines.first?.section ?? "" }
  public var text: String { lines.map(\.text).joined(separator: "\n") }
  public var start: Moment { lines.first?.start ?? appears }
  public var end: Moment { Moment(origin: .song(lines.map(\.finish).max() ?? .zero)) }

  /// As much of a length as a page so short has room for, a third of it at most.
  public func atMost(_ length: some LengthForm) -> Length {
    max(.zero, min(time(length.length), (shown.upperBound - shown.lowerBound) / 3)).length
  }

  /// As much of a length as there is after the last word, so that none fades while it is sung. Where the
  /// next page follows at once, a blink is left.
  public func atMostAfterSinging(_ length: some LengthForm) -> Length {
    let finish = lines.map(\.finish).max() ?? shown.upperBound
    let blink = time(Length(time: Time(ticks: Time.ticksPerSecond * 2 / 25)))
    return min(atMost(length).songTime, max(blink, shown.upperBound - finish)).length
  }

  /// Its lines one below the other, with what belongs under each: what is sung behind it, a translation.
  ///
  /// The closure says what becomes of each line's words.
  public func set<E: Element>(in style: TextStyle, _ each: (Text, CaptionLine) -> E) -> Column {
    Column(spacing: .vmin(1), file: site.file, line: site.line) {
      for caption in lines {
        under.block(caption, style, site, share: 1 / Double(lines.count)) { each($0, caption).layer }
      }
    }
  }
}

/// What stands under a line besides its words.
package struct CaptionExtras: Sendable {
  package var showsBackground = true
  package var showsTranslation = false
  package var showsRomanization = false
  package var usesSides = false

  /// What of the screen there is for words, as shares of its sides.
  package var room = Size(width: 0.84, height: 0.9)

  /// A line with all that belongs to it; wide as the room where voices stand on their sides. It takes no
  /// more than a share of the room's height: what would be higher is set smaller.
  package func block(
    _ caption: CaptionLine, _ style: TextStyle, _ site: Site, share: Double = 1, _ each: (Text) -> Layer
  ) -> Column {
    let (file, number) = (site.file, site.line)
    let side = usesSides ? caption.side : style.alignment
    let texts = texts(of: caption)
    let total = texts.reduce(0) { $0 + $1.size }
    // What is left stands between them.
    let height = room.height * 94 * share / max(1, total)
    let column = Column(spacing: .vmin(0.6), alignment: side, file: file, line: number) {
      for text in texts {
        let set = Text(runs: text.runs, at: site).typeset(
          as: style.aligned(side).smaller(text.size).within(
            width: .percent(usesSides ? 60 : room.width * 100), height: .percent(height * text.size)))
        [text.isSung ? each(set) : set.layer]
      }
    }
    guard usesSides else { return column }
    return Column(alignment: side, file: file, line: number) { column }
      .frame(width: .percent(room.width * 100))
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
