/// A line, word, syllable or character of a text, where it stands in it.
///
/// It scales and turns around its own middle. Gradients still run across the whole text.
public struct TextPiece: LayerElement, PaintedLetters {
  public var layer: Layer

  init(_ element: PieceElement, site: Site) {
    layer = Layer(.piece(element), file: site.file, line: site.line)
  }

  public var letters: LetterLook {
    get { element?.letters ?? LetterLook() }
    set {
      guard var element else { return }
      element.letters = newValue
      layer.content = .piece(element)
    }
  }

  public var text: String { element?.part.block.text ?? "" }
  /// How many pieces there are.
  public var count: Int { element?.count ?? 1 }
  /// In which line it stands, from 0.
  public var lineNumber: Int { element?.lineNumber ?? 0 }
  /// When it begins to be sung; where the text begins if it isn't.
  public var start: Moment { element?.sung.map { Moment(origin: .song($0.lowerBound)) } ?? .start }
  /// When it has been sung.
  public var end: Moment { element?.sung.map { Moment(origin: .song($0.upperBound)) } ?? .end }

  /// When the next piece begins to be sung; after the last one, when it has been sung.
  public var next: Moment { element?.next.map { Moment(origin: .song($0)) } ?? end }

  /// How large it is, and where its top left corner stands in the text.
  package var size: Size { element?.part.block.size ?? .zero }
  package var corner: Point { element?.part.origin ?? .zero }

  package var isRightToLeft: Bool {
    element?.part.block.lines.first?.clusters.first?.isRightToLeft ?? false
  }
  package var sung: Range<Time>? { element?.sung }

  private var element: PieceElement? {
    if case .piece(let element) = layer.content { element } else { nil }
  }
}

/// Part of a text that was set.
package struct PieceElement: Sendable {
  package var part: TextBlock.Part
  package var letters: LetterLook
  /// The whole text's box, in its own units.
  package var whole: Size
  /// What the text's lengths are shares of.
  package var room: Size
  package var strokes: [LetterSweep.Stroke]
  package var sweep: TextElement.Sweep?
  /// When in the song it is sung.
  package var sung: Range<Time>?
  package var next: Time?
  package var count: Int
  package var lineNumber: Int
}
