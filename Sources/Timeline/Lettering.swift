package import Primitives

/// Words that were set, and how their letters are painted.
package struct Lettering: Sendable {
  package var block: TextBlock
  /// Where the block stands in its box where that is wider.
  package var alignment: TextAlignment
  package var paint: LetterPaint
  /// What gradients and pictures run across, in the block's units: more than the block where it is a part.
  package var paintBox: Rect
  /// How the words turn into sung ones; nil for words that don't.
  package var sweep: LetterSweep?

  package init(
    _ block: TextBlock, alignment: TextAlignment = .center, paint: LetterPaint = LetterPaint(),
    paintBox: Rect? = nil, sweep: LetterSweep? = nil
  ) {
    self.block = block
    self.alignment = alignment
    self.paint = paint
    self.paintBox = paintBox ?? Rect(block.size)
    self.sweep = sweep
  }
}

/// What letters are painted with; all lengths in pixels of the canvas.
package struct LetterPaint: Sendable {
  package var fill = LetterFill.color(.constant(.white))
  /// The nearest to the letters first. Each lies around those before it.
  package var outlines: [LetterOutline] = []
  /// In the order they were asked for; the first lies nearest to the letters.
  package var shadows: [LetterShadow] = []
  /// In painting order.
  package var boxes: [LetterBox] = []

  package init() {}

  /// How far the outlines reach.
  package var outlineWidth: Double { outlines.reduce(0) { $0 + max(0, $1.width) } }
}

package enum LetterFill: Sendable {
  case color(Curve<Color>)
  case gradient(Paint)
  /// Covers the paint box.
  case picture(PictureAsset)

  package init(_ paint: Paint) {
    if case .color(let color) = paint { self = .color(.constant(color)) } else { self = .gradient(paint) }
  }
}

package struct LetterOutline: Hashable, Sendable {
  package var paint: Paint
  package var width: Double

  package init(_ paint: Paint, width: Double) {
    self.paint = paint
    self.width = width
  }
}

package struct LetterShadow: Hashable, Sendable {
  package var color: Color
  package var offset: Point
  /// How far the softness reaches: two standard deviations.
  package var blur: Double
  /// How much larger than the letters with their outlines.
  package var spread: Double

  package init(_ color: Color, offset: Point, blur: Double, spread: Double) {
    self.color = color
    self.offset = offset
    self.blur = blur
    self.spread = spread
  }
}

/// A box behind words, rounded and padded.
package struct LetterBox: Hashable, Sendable {
  package var paint: Paint
  package var scope: BoxScope
  package var padding: Size
  package var cornerRadius: Double

  package init(_ paint: Paint, scope: BoxScope, padding: Size, cornerRadius: Double) {
    self.paint = paint
    self.scope = scope
    self.padding = padding
    self.cornerRadius = cornerRadius
  }
}

/// What a box behind words goes around.
public enum BoxScope: Hashable, Sendable {
  /// One box around all of them, each line by itself, or each word.
  case block, line, word
}
