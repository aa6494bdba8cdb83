/// What letters are painted with, as an author asks for it.
public struct LetterLook: Sendable {
  package var fill = Fill.color(Animated(.white))
  package var outlines: [Outline] = []
  package var shadows: [Shadow] = []
  package var boxes: [Box] = []

  /// White letters, and nothing around them.
  public init() {}

  package enum Fill: Sendable {
    case color(Animated<Color>)
    case paint(Paint)
    case picture(path: String, site: Site)
  }

  /// Makes shares of a space pixels.
  mutating func measure(in space: Size) {
    func pixels(_ measure: inout Measure, across: Bool = false) {
      measure = .pixels(across ? measure.width(in: space) : measure.height(in: space))
    }
    for index in outlines.indices { pixels(&outlines[index].width) }
    for index in shadows.indices {
      pixels(&shadows[index].x, across: true)
      pixels(&shadows[index].y)
      pixels(&shadows[index].blur)
      pixels(&shadows[index].spread)
    }
    for index in boxes.indices {
      pixels(&boxes[index].paddingX, across: true)
      pixels(&boxes[index].paddingY)
      pixels(&boxes[index].cornerRadius)
    }
  }

  package struct Outline: Sendable {
    package var paint: Paint
    package var width: Measure
  }

  package struct Shadow: Sendable {
    package var color: Color
    package var x: Measure
    package var y: Measure
    package var blur: Measure
    package var spread: Measure
  }

  package struct Box: Sendable {
    package var paint: Paint
    package var scope: BoxScope
    package var paddingX: Measure
    package var paddingY: Measure
    package var cornerRadius: Measure
  }
}

/// Whatever has letters to paint: texts, pieces of them, caption styles.
public protocol PaintedLetters {
  /// What they are painted with; `.fill`, `.outlined` and the others change it.
  var letters: LetterLook { get set }
}

extension PaintedLetters {
  /// Letters of one color.
  public func fill(_ color: Color) -> Self { fill(Animated(color)) }

  /// Letters of a color that changes while they are on stage, through OKLab.
  public func fill(_ color: Animated<Color>) -> Self { painted { $0.fill = .color(color) } }

  /// Letters of a gradient, which lies across the whole text.
  public func fill(_ paint: Paint) -> Self { painted { $0.fill = .paint(paint) } }

  /// Letters cut out of a picture, which covers the whole text.
  public func fill(_ picture: Image) -> Self {
    painted { $0.fill = .picture(path: picture.payload.path, site: picture.directions.site) }
  }

  /// A line around the letters, so wide, with round corners. A second one goes around the first. All of
  /// them lie behind all letters.
  public func outlined(_ paint: Paint, _ width: some MeasureValue = 3) -> Self {
    painted { $0.outlines.append(LetterLook.Outline(paint: paint, width: width.measure)) }
  }

  /// A line of one color around the letters.
  public func outlined(_ color: Color, _ width: some MeasureValue = 3) -> Self {
    outlined(.color(color), width)
  }

  /// A shadow, so far away. The blur is how far it fades out; the spread makes it larger than the letters.
  public func shadowed(
    _ color: Color = .black.opacity(0.6), x: some MeasureValue = 0, y: some MeasureValue = 4,
    blur: some MeasureValue = 8, spread: some MeasureValue = 0
  ) -> Self {
    painted {
      $0.shadows.append(
        LetterLook.Shadow(
          color: color, x: x.measure, y: y.measure, blur: blur.measure, spread: spread.measure))
    }
  }

  /// Light around the letters that reaches so far, and a brighter rim.
  public func glowing(_ color: Color, radius: some MeasureValue = 24) -> Self {
    painted {
      for (blur, spread) in [(3.0, 12.0), (1.0, 6.0)] {
        $0.shadows.append(
          LetterLook.Shadow(
            color: color, x: 0, y: 0, blur: radius.measure / blur, spread: radius.measure / spread))
      }
    }
  }

  /// A box behind the words: around all of them, around each line, or around each word.
  public func boxed(
    _ paint: Paint, around scope: BoxScope = .block, padding: some MeasureValue = 16,
    cornerRadius: some MeasureValue = 12
  ) -> Self {
    boxed(
      paint, around: scope, padding: (x: padding.measure, y: padding.measure / 2),
      cornerRadius: cornerRadius)
  }

  /// A box of one color behind the words.
  public func boxed(
    _ color: Color, around scope: BoxScope = .block, padding: some MeasureValue = 16,
    cornerRadius: some MeasureValue = 12
  ) -> Self {
    boxed(.color(color), around: scope, padding: padding, cornerRadius: cornerRadius)
  }

  /// The same with a padding for the sides, and one for above and below.
  public func boxed(
    _ paint: Paint, around scope: BoxScope = .block, padding: (x: Measure, y: Measure),
    cornerRadius: some MeasureValue = 12
  ) -> Self {
    painted {
      $0.boxes.append(
        LetterLook.Box(
          paint: paint, scope: scope, paddingX: padding.x, paddingY: padding.y,
          cornerRadius: cornerRadius.measure))
    }
  }

  private func painted(_ edit: (inout LetterLook) -> Void) -> Self {
    var copy = self
    edit(&copy.letters)
    return copy
  }
}

extension StagedElement where Self: PaintedLetters {
  /// A shadow of the letters, so far away. The blur is how far it fades out; the spread makes it larger than
  /// they.
  public func shadowed(
    _ color: Color = .black.opacity(0.6), x: some MeasureValue = 0, y: some MeasureValue = 4,
    blur: some MeasureValue = 8, spread: some MeasureValue = 0
  ) -> Self {
    var copy = self
    copy.letters =
      TextStyle(letters: letters).shadowed(color, x: x, y: y, blur: blur, spread: spread).letters
    return copy
  }
}
