/// What letters are painted with, as an author asks for it.
public struct LetterLook: Sendable {
  package var fill = Fill.color(Animated(.white))
  package var outlines: [LetterOutline] = []
  package var shadows: [LetterShadow] = []
  package var boxes: [LetterBox] = []

  public init() {}

  package enum Fill: Sendable {
    case color(Animated<Color>)
    case paint(Paint)
    case picture(path: String, site: Site)
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

  /// Letters cut out of a picture, which covers the whole text.
  public func fill(_ picture: Image) -> Self {
    guard case .image(let path, _, _) = picture.layer.content else { return self }
    let site = picture.layer.site
    return painted { $0.fill = .picture(path: path, site: site) }
  }

  /// A line around the letters, so many pixels wide, with round corners. A second one goes around the
  /// first. All of them lie behind all letters.
  public func outlined(_ paint: Paint, _ width: Double = 3) -> Self {
    painted { $0.outlines.append(LetterOutline(paint, width: width)) }
  }

  public func outlined(_ color: Color, _ width: Double = 3) -> Self { outlined(.color(color), width) }

  /// A shadow, so many pixels away. The blur is how far it fades out; the spread makes it larger than
  /// the letters.
  public func shadowed(
    _ color: Color = .black.opacity(0.6), x: Double = 0, y: Double = 4, blur: Double = 8,
    spread: Double = 0
  ) -> Self {
    painted {
      $0.shadows.append(LetterShadow(color, offset: Point(x: x, y: y), blur: blur, spread: spread))
    }
  }

  /// Light around the letters that reaches so many pixels far, and a brighter rim.
  public func glowing(_ color: Color, radius: Double = 24) -> Self {
    painted {
      $0.shadows.append(LetterShadow(color, offset: .zero, blur: radius / 3, spread: radius / 12))
      $0.shadows.append(LetterShadow(color, offset: .zero, blur: radius, spread: radius / 6))
    }
  }

  /// A box behind the words: around all of them, around each line, or around each word.
  public func boxed(
    _ paint: Paint, around scope: BoxScope = .block, padding: Double = 16, cornerRadius: Double = 12
  ) -> Self {
    boxed(paint, around: scope, padding: (padding, padding / 2), cornerRadius: cornerRadius)
  }

  public func boxed(
    _ color: Color, around scope: BoxScope = .block, padding: Double = 16, cornerRadius: Double = 12
  ) -> Self {
    boxed(.color(color), around: scope, padding: padding, cornerRadius: cornerRadius)
  }

  /// The same with a padding for the sides, and one for above and below.
  public func boxed(
    _ paint: Paint, around scope: BoxScope = .block, padding: (x: Double, y: Double),
    cornerRadius: Double = 12
  ) -> Self {
    painted {
      $0.boxes.append(
        LetterBox(
          paint, scope: scope, padding: Size(width: padding.x, height: padding.y),
          cornerRadius: cornerRadius))
    }
  }

  private func painted(_ edit: (inout LetterLook) -> Void) -> Self {
    var copy = self
    edit(&copy.letters)
    return copy
  }
}
