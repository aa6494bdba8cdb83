/// Words on stage, in the middle unless placed elsewhere.
public struct Text: LayerElement, TypesetLetters {
  public var layer: Layer

  public init(_ text: String, file: String = #filePath, line: Int = #line) {
    self.init(runs: [TextElement.Run(text)], file: file, line: line)
  }

  init(runs: [TextElement.Run], file: String, line: Int) {
    layer = Layer(.text(TextElement(runs: runs)), file: file, line: line)
  }

  public var type: TextStyle {
    get { element?.style ?? TextStyle() }
    set { set { $0.style = newValue } }
  }

  /// Words of a lyric sheet turn to another paint while they are sung: from left to right, or as their
  /// script runs, letter by letter.
  ///
  /// The edge is how soft the change is, in pixels.
  public func sung(_ paint: Paint, edge: Double = 2) -> Text {
    var copy = self
    copy.set { $0.sweep = TextElement.Sweep(sung: paint, edge: edge) }
    return copy
  }

  public func sung(_ color: Color, edge: Double = 2) -> Text { sung(.color(color), edge: edge) }

  var element: TextElement? { if case .text(let element) = layer.content { element } else { nil } }

  mutating func set(_ edit: (inout TextElement) -> Void) {
    guard var element else { return }
    edit(&element)
    layer.content = .text(element)
  }
}

/// Words with what was asked of their setting.
package struct TextElement: Sendable {
  package var runs: [Run]
  package var style = TextStyle()
  package var sweep: Sweep?
  package var split: TextSplit?

  package init(runs: [Run]) { self.runs = runs }

  /// A stretch of text that is sung in one go, with the space after it.
  package struct Run: Sendable {
    package var text: String
    /// When in the song it is sung; nil for what isn't.
    package var sung: Range<Time>?
    package var beginsWord: Bool

    package init(_ text: String, sung: Range<Time>? = nil, beginsWord: Bool = true) {
      self.text = text
      self.sung = sung
      self.beginsWord = beginsWord
    }
  }

  package struct Sweep: Sendable {
    package var sung: Paint
    package var edge: Double
  }
}
