import Primitives

/// The outlines of a font that were asked for, beside the font that draws them.
struct OutlineCache: ~Copyable {
  /// About how many bytes of outlines are kept.
  private static let limit = 16 << 20

  private let font: OutlineFont
  private var outlines: [UInt32: Outline] = [:]
  private var cost = 0

  init(_ font: consuming OutlineFont) { self.font = font }

  mutating func outline(of glyph: UInt32) throws(FontFailure) -> Outline {
    if let outline = outlines[glyph] { return outline }
    let outline = try font.outline(of: glyph)
    cost += 64 + outline.steps.count * MemoryLayout<Outline.Step>.stride
    if cost > Self.limit {
      outlines.removeAll()
      cost = 0
    }
    outlines[glyph] = outline
    return outline
  }
}
