/// The lines that are on screen together, and when.
public struct CaptionPage: Sendable {
  /// In the order they are sung.
  public let lines: [CaptionLine]
  /// Counted from 1.
  public let number: Int
  /// When it comes, before it is sung, and when it goes, after.
  public let appears: Moment
  /// When it goes, some time after it is sung, as far as the next page lets it.
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

  /// What of the screen there is for words.
  public var width: Measure { .percent(under.space.width * 100) }
  /// How high its words may be, as a share of the screen: `.fitting(width: page.width, height:
  /// page.height)`.
  public var height: Measure { .percent(under.space.height * 100) }

  /// The words of all its lines in the order they are sung: what is sung at the same time takes turns.
  public var words: [CaptionWord] {
    lines.flatMap(\.words).enumerated()
      .sorted { ($0.element.begin, $0.offset) < ($1.element.begin, $1.offset) }.map(\.element)
  }

  /// The label of the section it belongs to.
  public var section: String { lines.first?.section ?? "" }
  /// Its lines, one below the other.
  public var text: String { lines.map(\.text).joined(separator: "\n") }
  /// When its first line begins to be sung, and when its last one has been.
  public var start: Moment { lines.first?.start ?? appears }
  /// When its last line has been sung.
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

extension CaptionPage {
  /// When a cursor leaves the last letter of a text: for the next text, or with the page after the last.
  public func next(after letter: TextPiece) -> Moment {
    guard let typed = letter.payload.sung else { return letter.end }
    let texts = lines.flatMap { [$0.words, under.showsBackground ? $0.background : []] }.filter {
      !$0.isEmpty
    }
    if let next = texts.compactMap(\.first?.begin).filter({ $0 >= typed.upperBound }).min() {
      return Moment(origin: .song(next))
    }
    let last = texts.flatMap(\.self).map(\.finish).max() ?? typed.upperBound
    return typed.upperBound < last ? letter.end : leaves
  }
}
