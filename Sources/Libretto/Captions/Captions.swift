/// The words of a song on screen while they are sung.
public struct Captions: StagedElement {
  var payload: CaptionsPayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  /// Times are the song's, wherever it begins in the film.
  public init(_ sheet: LyricSheet, file: String = #filePath, line: Int = #line) {
    payload = CaptionsPayload(sheet: sheet)
    directions = StageDirections(file, line)
  }

  @available(*, unavailable, message: "name the sheet: Captions(LyricSheet(\"…\"))")
  public init(_ path: String) { self.init(LyricSheet(path)) }

  /// How words come, change and go: `.karaoke(sung: .hotPink)`, or a style of your own.
  public func style(_ style: some CaptionStyle) -> Captions { set { $0.style = style } }

  /// Another style for the sections of a label.
  public func style(_ style: some CaptionStyle, during section: String) -> Captions {
    set { $0.sectionStyles.append((section, style)) }
  }

  /// How pages come and go, whatever the style: `.changing(.slide(.up))`.
  public func changing(_ change: CaptionChange) -> Captions { set { $0.change = change } }

  /// How far captions stay away from the edges: on a tall screen what phone apps leave free unless said, else
  /// all but 5 %. Where they stand is said by `.placed(.upperThird)`, each style has a spot of its own otherwise.
  public func inside(_ area: SafeArea) -> Captions { set { $0.safeArea = area } }

  /// How lines are put on pages: so many rows on each, of so many characters at most, and a new page after a
  /// silence so long.
  ///
  /// Rows end where words sung in one line do, else where phrases do. A line that has no room on a page goes
  /// on on the next one.
  public func paged(lines: Int = 1, characters: Int? = nil, gap: some LengthForm = 1.5) -> Captions {
    set { $0.paging = CaptionPaging(lines: lines, characters: characters, gap: gap.length) }
  }

  /// How long before it is sung a page comes, and how long after it stays, as far as its neighbours let it.
  public func shown(
    early: some LengthForm = 0.25, holding: some LengthForm = 0.6
  ) -> Captions {
    set { ($0.lead, $0.hold) = (early.length, holding.length) }
  }

  /// What shows while nobody sings.
  public func gaps(_ gaps: CaptionGaps) -> Captions { set { $0.gaps = gaps } }

  func set(_ edit: (inout CaptionsPayload) -> Void) -> Captions {
    var copy = self
    edit(&copy.payload)
    return copy
  }
}

/// What shows in a gap between pages.
public struct CaptionGaps: Hashable, Sendable {
  package var dots: Int
  package var least: Length

  /// The screen stays without words until singing goes on.
  public static let nothing = CaptionGaps(dots: 0, least: 0)

  /// Dots that light up one after the other, in gaps at least so long, until singing goes on.
  public static func dots(_ count: Int = 3, after least: some LengthForm = 4) -> CaptionGaps {
    CaptionGaps(dots: count, least: least.length)
  }
}

/// How lines are put on pages.
struct CaptionPaging: Hashable, Sendable {
  /// How many rows a page has; a line each, in as many rows as its style wants, if nil.
  package var lines: Int?
  package var characters: Int?
  package var gap: Length = 1.5
}
