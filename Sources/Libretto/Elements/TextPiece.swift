/// A line, word, syllable or character of a text, where it stands in it.
///
/// It scales and turns around its own middle. Gradients still run across the whole text.
public struct TextPiece: StagedElement, PaintedLetters {
  var payload: PiecePayload
  public var directions: StageDirections
  public var layer: Layer { Layer(payload, directions) }

  init(_ payload: PiecePayload, at site: Site) {
    self.payload = payload
    directions = StageDirections(at: site)
  }

  public var letters: LetterLook {
    get { payload.letters }
    set { payload.letters = newValue }
  }

  /// Its words as they are set.
  public var text: String { payload.part.block.text }
  /// How many pieces there are.
  public var count: Int { payload.count }
  /// In which line it stands, from 0.
  public var lineNumber: Int { payload.lineNumber }
  /// When it begins to be sung; where the text begins if it isn't.
  public var start: Moment { payload.sung.map { Moment(origin: .song($0.lowerBound)) } ?? .start }
  /// When it has been sung.
  public var end: Moment { payload.sung.map { Moment(origin: .song($0.upperBound)) } ?? .end }

  /// When the next piece begins to be sung; after the last one, when it has been sung.
  public var next: Moment { payload.next.map { Moment(origin: .song($0)) } ?? end }

  /// The pieces of its line, itself among them, in the order they are read.
  public var row: [TextPiece] {
    payload.all.filter { $0.lineNumber == payload.lineNumber }.map { TextPiece($0, at: directions.site) }
  }

  /// How large it is.
  public var size: Size { payload.part.block.size }
  /// How large its type is: pixels to the em.
  public var typeSize: Double { payload.part.block.lines.first?.runs.first?.size ?? size.height }
  /// Where its top left corner stands in the text.
  public var corner: Point { payload.part.origin }
  /// Whether it is read from right to left.
  public var isRightToLeft: Bool { payload.part.block.lines.first?.clusters.first?.isRightToLeft ?? false }
}

/// Part of a text that was set.
struct PiecePayload: Sendable {
  var part: TextBlock.Part
  var letters: LetterLook
  /// The whole text's box, in its own units.
  var whole: Size
  /// What the text's lengths are shares of.
  var parent: Size
  var strokes: [LetterSweep.Stroke]
  var sweep: TextPayload.Sweep?
  /// When in the song it is sung.
  var sung: Range<SongTime>?
  var next: SongTime?
  var count: Int
  var lineNumber: Int
  /// All pieces of the text, in the order they are read.
  var all: [PiecePayload] = []
}
