/// What letters are painted with, as an author asks for it.
public struct LetterLook: Sendable {
  package var fill = Fill.color(Animated(.white))
  package var outlines: [Outline] = []
  package var shadows: [Shadow] = []
  package var boxes: [Box] = []

  public init() {}

  package enum Fill: Sendable {
    case color(Animated<Color>)
    case paint(Paint)
    case picture(path: String, site: Site)
  }

  /// Makes shares of a room pixels.
  mutating func measure(in room: Size) {
    func pixels(_ measure: inout Measure, across: Bool = false) {
      measure = .pixels(across ? measure.width(in: room) : measure.height(in: room))
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
  var letters: LetterLook { get set }
}

extension PaintedLetters {
  /// Letters of one colour, which may change while they are on stage.
  public func color(_ color: Animated<Color>) -> Self { painted { $0.fill = .color(color) } }

  @_disfavoredOverload
  public func color(_ color: Color) -> Self { self.color(Animated(color)) }

  public func fill(_ paint: Paint) -> Self { painted { $0.fill = .paint(paint) } }

  public func fill(_ color: Color) -> Self { fill(.color(color)) }

  /// Letters cut out of a picture, which covers the whole text.
  public func fill(_ picture: Image) -> Self {
    painted { $0.fill = .picture(path: picture.payload.path, site: picture.directions.site) }
  }

  /// A line around the letters, so wide, with round corners. A second one goes around the first. All of
  /// them lie behind all letters.
  public func outlined(_ paint: Paint, _ width: Measure = 3) -> Self {
    painted { $0.outlines.append(LetterLook.Outline(paint: paint, width: width)) }
  }

  public func outlined(_ color: Color, _ width: Measure = 3) -> Self { outlined(.color(color), width) }

  @_disfavoredOverload
  public func outlined(_ color: Color, _ width: Double) -> Self { outlined(color, .pixels(width)) }

  /// A shadow, so far away. The blur is how far it fades out; the spread makes it larger than the letters.
  public func shadowed(
    _ color: Color = .black.opacity(0.6), x: Measure = 0, y: Measure = 4, blur: Measure = 8,
    spread: Measure = 0
  ) -> Self {
    painted {
      $0.shadows.append(LetterLook.Shadow(color: color, x: x, y: y, blur: blur, spread: spread))
    }
  }

  /// Light around the letters that reaches so far, and a brighter rim.
  public func glowing(_ color: Color, radius: Measure = 24) -> Self {
    painted {
      for (blur, spread) in [(3.0, 12.0), (1.0, 6.0)] {
        $0.shadows.append(
          LetterLook.Shadow(color: color, x: 0, y: 0, blur: radius / blur, spread: radius / spread))
      }
    }
  }

  /// A box behind the words: around all of them, around each line, or around each word.
  public func boxed(
    _ paint: Paint, around scope: BoxScope = .block, padding: Measure = 16, cornerRadius: Measure = 12
  ) -> Self {
    boxed(paint, around: scope, padding: (padding, padding / 2), cornerRadius: cornerRadius)
  }

  public func boxed(
    _ color: Color, around scope: BoxScope = .block, padding: Measure = 16, cornerRadius: Measure = 12
  ) -> Self {
    boxed(.color(color), around: scope, padding: padding, cornerRadius: cornerRadius)
  }

  /// The same with a padding for the sides, and one for above and below.
  public func boxed(
    _ paint: Paint, around scope: BoxScope = .block, padding: (x: Measure, y: Measure),
    cornerRadius: Measure = 12
  ) -> Self {
    painted {
      $0.boxes.append(
        LetterLook.Box(
          paint: paint, scope: scope, paddingX: padding.x, paddingY: padding.y, cornerRadius: cornerRadius))
    }
  }

  private func painted(_ edit: (inout LetterLook) -> Void) -> Self {
    var copy = self
    edit(&copy.letters)
    return copy
  }
}
