import Primitives

/// The glyphs of a font that were asked for, beside the font that draws them.
struct GlyphCache: ~Copyable {
  /// About how many bytes of glyphs are kept.
  private static let limit = 16 << 20

  private let font: GlyphFont
  private var glyphs: [UInt32: Glyph] = [:]
  private var cost = 0

  init(_ font: consuming GlyphFont) { self.font = font }

  struct Glyph {
    let shape: GlyphShape
    /// The smallest box around it.
    let ink: Rect?
    /// The edge of what isn't an outline itself, once somebody asked for it.
    fileprivate var silhouette: Outline?
  }

  mutating func glyph(_ id: UInt32) throws(FontFailure) -> Glyph {
    if let glyph = glyphs[id] { return glyph }
    let shape = try font.shape(of: id)
    let glyph = Glyph(shape: shape, ink: shape.ink)
    cost += 64 + shape.byteCount
    if cost > Self.limit {
      glyphs.removeAll()
      cost = 0
    }
    glyphs[id] = glyph
    return glyph
  }

  mutating func silhouette(of id: UInt32) throws(FontFailure) -> Outline {
    let glyph = try glyph(id)
    if case .outline(let outline) = glyph.shape { return outline }
    if let silhouette = glyph.silhouette { return silhouette }
    let silhouette = glyph.shape.silhouette
    glyphs[id]?.silhouette = silhouette
    cost += silhouette.byteCount
    return silhouette
  }
}
