import Primitives

/// The outlines of a font that were asked for, beside the font that draws them.
struct OutlineCache: ~Copyable {
  /// About how many bytes of outlines are kept.
  private static let limit = 16 << 20

  private let font: OutlineFont
  private var shapes: [UInt32: Shape] = [:]
  private var cost = 0

  init(_ font: consuming OutlineFont) { self.font = font }

  struct Shape {
    let outline: Outline
    /// The smallest box around it.
    let ink: Rect?
  }

  mutating func shape(of glyph: UInt32) throws(FontFailure) -> Shape {
    if let shape = shapes[glyph] { return shape }
    let outline = try font.outline(of: glyph)
    let shape = Shape(outline: outline, ink: outline.inkBox)
    cost += 64 + outline.steps.count * MemoryLayout<Outline.Step>.stride
    if cost > Self.limit {
      shapes.removeAll()
      cost = 0
    }
    shapes[glyph] = shape
    return shape
  }
}
