package import Primitives
import Synchronization

/// The fonts a film may use, and the setting of text with them.
///
/// Made once from folders; nothing else is ever looked at, neither the system's fonts nor its locale, so
/// equal folders set equal text on every machine. All of it may be used from any number of threads.
package final class FontLibrary: Sendable {
  private let catalog: FontCatalog
  private let shelf = Mutex(FontShelf())

  /// Looks through folders for .otf, .ttf and .ttc files, without reading more of them than their names.
  ///
  /// A family is taken whole from the first folder that has it. A folder that isn't there is an empty
  /// one; a file that is broken or larger than 64 MB is passed over with a warning.
  package init(folders: [String]) throws(Problem) {
    catalog = try FontCatalog(folders: folders)
  }

  /// The names of the families, sorted.
  package var families: [String] { catalog.families.map(\.name) }

  /// The files of fonts that text was set in, sorted.
  package var filesInUse: [String] { shelf.withLock { $0.paths } }

  /// Which files were passed over, and why.
  package var warnings: [String] { catalog.warnings }

  /// Sets text: every glyph has its place, and everything is within the limits of the request.
  ///
  /// Fails, with words for the author, if there is no such font, if the font lacks a character, if the
  /// request makes no sense, or if the text doesn't fit at an eighth of its size.
  package func layOut(_ request: TextRequest) throws(Problem) -> TextBlock {
    try request.check()
    let face = try catalog.face(for: request.font)
    let font = try shelf.withLock { shelf throws(Problem) in
      try shelf.font(face, weight: request.font.weight)
    }
    let text = try ShapedText(request, font: font, catalog: catalog)
    return try TextFitting(request, text: text).block()
  }

  /// The shape of a glyph of a font that some text was set in: 1 is an em, y points down, and the origin
  /// is the glyph's.
  package func outline(of glyph: UInt32, in font: FontKey) throws(Problem) -> Outline {
    guard let loaded = shelf.withLock({ $0.font(for: font) }) else {
      throw Problem(.bug, "the font \(font.file) was never used to set text")
    }
    do {
      return try loaded.outline(of: glyph)
    } catch {
      throw Problem(.badInput, "can't use the font \"\(loaded.family)\"", hints: error.reason)
    }
  }
}
