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
  package let shown: Range<Time>
  package let under: CaptionExtras
  /// Where the captions were asked for.
  package let site: Site

  package init(
    _ lines: [CaptionLine], number: Int, shown: Range<Time>, under: CaptionExtras, site: Site
  ) {
    self.lines = lines
    self.number = number
    self.shown = shown
    appears = Moment(origin: .song(shown.lowerBound))
    leaves = Moment(origin: .song(shown.upperBound))
    length = .time(shown.upperBound - shown.lowerBound)
    self.under = under
    self.site = site
  }

  public var section: String { lines.first?.section ?? "" }
  public var text: String { lines.map(\.text).joined(separator: "\n") }
  public var start: Moment { lines.first?.start ?? appears }
  public var end: Moment { Moment(origin: .song(lines.map(\.finish).max() ?? .zero)) }

  /// As much of a length as a page so short has room for, a third of it at most.
  public func atMost(_ length: Length) -> Length {
    length.time > self.length.time / 3 && length.beats == 0 && length.bars == 0 ? self.length / 3 : length
  }

  /// Its lines one below the other, with what belongs under each: what is sung behind it, a translation.
  ///
  /// The closure says what becomes of each line's words.
  public func set<E: Element>(in style: TextStyle, _ each: (Text, CaptionLine) -> E) -> Column {
    Column(spacing: .vmin(1), file: site.file, line: site.line) {
      for caption in lines { under.block(caption, style, site) { each($0, caption).layer } }
    }
  }
}

/// What stands under a line besides its words.
package struct CaptionExtras: Sendable {
  package var showsBackground = true
  package var showsTranslation = false
  package var showsRomanization = false
  package var usesSides = false

  /// A line with all that belongs to it; wide as the screen where voices stand on their sides.
  package func block(
    _ caption: CaptionLine, _ style: TextStyle, _ site: Site, _ each: (Text) -> Layer
  ) -> Column {
    let (file, number) = (site.file, site.line)
    let side = usesSides ? caption.side : style.alignment
    var main = style.aligned(side)
    main.maxWidth = main.maxWidth ?? .percent(usesSides ? 60 : 84)
    let small = main.smaller(0.62)
    let column = Column(spacing: .vmin(0.6), alignment: side, file: file, line: number) {
      if !caption.words.isEmpty { [each(Text(caption, file: file, line: number).typeset(as: main))] }
      if showsBackground, !caption.background.isEmpty {
        [each(Text(caption.background, file: file, line: number).typeset(as: main.smaller(0.7)))]
      }
      if showsRomanization, let text = caption.romanization {
        Text(text, file: file, line: number).typeset(as: small)
      }
      if showsTranslation, let text = caption.translation {
        Text(text, file: file, line: number).typeset(as: small)
      }
    }
    guard usesSides else { return column }
    return Column(alignment: side, file: file, line: number) { column }.frame(width: .percent(84))
  }
}

extension TextStyle {
  /// The same in smaller type.
  func smaller(_ factor: Double) -> TextStyle {
    var copy = self
    copy.size = size * factor
    return copy
  }
}
