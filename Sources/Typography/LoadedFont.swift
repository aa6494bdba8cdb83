import Primitives
import Synchronization

/// A font in use: one face of one file at one weight.
final class LoadedFont: Sendable {
  let key: FontKey
  let family: String
  let shaping: ShapingFont
  private let outlines: Mutex<OutlineCache>

  init(_ face: FontFace, weight: Double?, file: FontBytes) throws(FontFailure) {
    // The file may have changed since the folders were looked through.
    guard try FontContainer.faceCount(of: file.bytes) > face.index else {
      throw FontFailure("it has changed")
    }
    key = FontKey(file: file.fingerprint, face: face.index, weight: weight)
    family = face.family
    shaping = try ShapingFont(file: file, face: face.index, weight: weight)
    outlines = Mutex(OutlineCache(try OutlineFont.open(file: file, face: face.index, weight: weight)))
  }

  /// The shape of a glyph, in ems, y down, from the glyph's origin.
  func outline(of glyph: UInt32) throws(FontFailure) -> Outline {
    try outlines.withLock { cache throws(FontFailure) in try cache.shape(of: glyph).outline }
  }

  /// The smallest box around a glyph's ink, in ems, y down, from the glyph's origin; nil if it has none.
  func ink(of glyph: UInt32) throws(FontFailure) -> Rect? {
    try outlines.withLock { cache throws(FontFailure) in try cache.shape(of: glyph).ink }
  }

  func problem(_ failure: FontFailure) -> Problem {
    Problem(.badInput, "can't use the font \"\(family)\"", hints: failure.reason)
  }
}
