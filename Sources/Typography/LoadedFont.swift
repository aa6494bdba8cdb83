import Primitives
import Synchronization

/// A font in use: one face of one file, its axes set.
final class LoadedFont: Sendable {
  let key: FontKey
  let family: String
  let shaping: ShapingFont
  /// Whether any of its glyphs brings colors of its own.
  private let hasColors: Bool
  private let glyphs: Mutex<GlyphCache>

  init(_ choice: FontChoice, file: FontBytes) throws(FontFailure) {
    let index = choice.face.index
    // The file may have changed since the folders were looked through.
    guard try FontContainer.faceCount(of: file.bytes) > index else { throw FontFailure("it has changed") }
    key = FontKey(file: file.fingerprint, face: index, axes: choice.axes)
    family = choice.face.family
    hasColors = choice.face.isColored
    shaping = try ShapingFont(file: file, face: index, axes: choice.axes)
    glyphs = Mutex(GlyphCache(try GlyphFont.open(choice, file: file, shaping: shaping)))
  }

  func shape(of glyph: UInt32) throws(FontFailure) -> GlyphShape {
    try glyphs.withLock { cache throws(FontFailure) in try cache.glyph(glyph).shape }
  }

  /// Whether a glyph brings colors of its own.
  func isColored(_ glyph: UInt32) throws(FontFailure) -> Bool {
    guard hasColors else { return false }
    if case .outline = try shape(of: glyph) { return false }
    return true
  }

  /// The smallest box around a glyph's ink, in ems, y down, from the glyph's origin; nil if it has none.
  func ink(of glyph: UInt32) throws(FontFailure) -> Rect? {
    try glyphs.withLock { cache throws(FontFailure) in try cache.glyph(glyph).ink }
  }

  /// The edge of all of a glyph's ink, in ems, y down, from the glyph's origin.
  func silhouette(of glyph: UInt32) throws(FontFailure) -> Outline {
    try glyphs.withLock { cache throws(FontFailure) in try cache.silhouette(of: glyph) }
  }

  func problem(_ failure: FontFailure) -> Problem {
    Problem(.badInput, "can't use the font \"\(family)\"", hints: failure.reason)
  }
}
