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
  package let course: Course
  package let under: CaptionExtras
  /// Where the captions were asked for.
  package let site: Site
  private let time: @Sendable (Length) -> SongTime

  /// From when to when a page is there, and how it comes and goes.
  package struct Course: Sendable {
    package var shown: Range<SongTime>
    package var change: CaptionChange
    package var coming: Length
    package var going: Length
  }

  package init(
    _ lines: [CaptionLine], number: Int, course: Course, under: CaptionExtras, site: Site,
    time: @escaping @Sendable (Length) -> SongTime
  ) {
    self.lines = lines
    self.number = number
    self.course = course
    let shown = course.shown
    appears = Moment(origin: .song(shown.lowerBound))
    leaves = Moment(origin: .song(shown.upperBound))
    length = (shown.upperBound - shown.lowerBound).length
    self.under = under
    self.site = site
    self.time = time
  }

  package var shown: Range<SongTime> { course.shown }

  /// The same page with other things under its lines.
  package func showing(_ under: CaptionExtras) -> CaptionPage {
    CaptionPage(lines, number: number, course: course, under: under, site: site, time: time)
  }

  /// What of the screen there is for words.
  public var width: Measure { under.width }
  /// How high its words may be, as a share of the screen: `.fitting(width: page.width, height:
  /// page.height)`.
  public var height: Measure { .percent(under.space.height * 100) }

  /// The words of all its lines in the order they are sung: what is sung at the same time takes turns.
  public var words: [CaptionWord] { sungWords.map(\.word) }

  /// The same, each with its line.
  var sungWords: [(word: CaptionWord, line: CaptionLine)] {
    lines.flatMap { line in line.words.map { (word: $0, line: line) } }.enumerated()
      .sorted { ($0.element.word.begin, $0.offset) < ($1.element.word.begin, $1.offset) }.map(\.element)
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

  /// As much of a length as there is before the first word, so that all is there when it is sung; nothing where
  /// it is sung at once.
  public func atMostBeforeSinging(_ length: some LengthForm) -> Length {
    let begin = lines.map(\.begin).min() ?? shown.lowerBound
    return max(.zero, min(time(length.length), begin - shown.lowerBound)).length
  }

  /// As much of a length as there is after the last word, so that none fades while it is sung; nothing where
  /// the next page follows at once.
  public func atMostAfterSinging(_ length: some LengthForm) -> Length {
    let finish = lines.map(\.finish).max() ?? shown.upperBound
    return max(.zero, min(time(length.length), shown.upperBound - finish)).length
  }

  /// How a line of it is set where its words are in a style: voices may have looks of their own.
  public func type(_ style: TextStyle, of line: CaptionLine) -> TextStyle { under.type(style, of: line) }

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
