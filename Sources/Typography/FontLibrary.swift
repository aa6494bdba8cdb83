package import Primitives
import Synchronization

/// The fonts a film may use, and the setting of text with them.
///
/// Made once from folders; nothing else is ever looked at, neither the system's fonts nor its locale, so
/// equal folders set equal text on every machine. All of it may be used from any number of threads.
package final class FontLibrary: Sendable {
  private let catalog: FontCatalog
  /// Where else fonts are, which may not be used.
  private let unusedFolders: [String]
  private let shelf = Mutex(FontShelf())

  /// The family that has emoji which no font asked for has.
  package static let emojiFamily = "Noto Color Emoji"

  /// Looks through folders for .otf, .ttf and .ttc files, without reading more of them than their names.
  ///
  /// A family is taken whole from the first folder that has it. A folder that isn't there is an empty
  /// one; a file that is broken or larger than 64 MB is passed over with a warning.
  ///
  /// - Parameters:
  ///   - systemFolders: the system's, which come after all others and without warnings.
  ///   - usesSystem: whether they may be used; if not, they are looked at only to say so where a family
  ///     is missing.
  package init(
    folders: [String], systemFolders: [String] = [], usesSystem: Bool = false
  ) throws(Problem) {
    catalog = try FontCatalog(folders: folders, systemFolders: usesSystem ? systemFolders : [])
    unusedFolders = usesSystem ? [] : systemFolders
  }

  /// The names of the families, sorted.
  package var families: [String] { catalog.families.map(\.name) }

  /// The files of fonts that text was set in, sorted.
  package var filesInUse: [String] { shelf.withLock { $0.paths } }

  /// A file of a font in use that isn't any more what was read of it, if there is one.
  package var changedFile: String? { shelf.withLock { $0.changedPath } }

  /// Which files were passed over, and why.
  package var warnings: [String] { catalog.warnings }

  /// Sets text: every glyph has its place, and everything is within the limits of the request.
  ///
  /// Fails, with words for the author, if there is no such font, if no font asked for has a character, if
  /// the request makes no sense, or if the text doesn't fit at an eighth of its size.
  package func layOut(_ request: TextRequest) throws(Problem) -> TextBlock {
    try request.check()
    let text = try ShapedText(request, fonts: try chain(for: request.font), catalog: catalog)
    return try TextFitting(request, text: text).block()
  }

  /// What a glyph of a font looks like that some text was set in.
  package func shape(of glyph: UInt32, in font: FontKey) throws(Problem) -> GlyphShape {
    try ask(font) { font throws(FontFailure) in try font.shape(of: glyph) }
  }

  /// The edge of all the ink of a glyph of a font that some text was set in: 1 is an em, y points down,
  /// and the origin is the glyph's.
  package func outline(of glyph: UInt32, in font: FontKey) throws(Problem) -> Outline {
    try ask(font) { font throws(FontFailure) in try font.silhouette(of: glyph) }
  }

  /// The smallest box around a glyph's ink, in ems, y down, from its origin; nil if it has none.
  package func ink(of glyph: UInt32, in font: FontKey) throws(Problem) -> Rect? {
    try ask(font) { font throws(FontFailure) in try font.ink(of: glyph) }
  }

  /// Whether a glyph brings colors of its own.
  package func isColored(_ glyph: UInt32, in font: FontKey) throws(Problem) -> Bool {
    try ask(font) { font throws(FontFailure) in try font.isColored(glyph) }
  }

  private func ask<R>(
    _ key: FontKey, _ question: (LoadedFont) throws(FontFailure) -> R
  ) throws(Problem) -> R {
    guard let font = shelf.withLock({ $0.font(for: key) }) else {
      throw Problem(.bug, "the font \(key.file) was never used to set text")
    }
    do {
      return try question(font)
    } catch {
      throw font.problem(error)
    }
  }

  /// The fonts that may show a text: the one asked for, its fallbacks, and for emoji the bundle's own.
  private func chain(for request: FontRequest) throws(Problem) -> FontChain {
    do {
      let choices = try [catalog.choice(for: request)] + catalog.fallbacks(for: request)
      let emoji = catalog.family(named: Self.emojiFamily)?.nearestFace(for: request)
      return try FontChain(choices, emoji: emoji.map { FontChoice($0, for: request) }) {
        choice throws(Problem) in
        try self.shelf.withLock { shelf throws(Problem) in try shelf.font(choice) }
      }
    } catch {
      throw withSystemHint(error, for: request)
    }
  }

  /// Says where a missing family is, if it is there, and otherwise where fonts are looked for.
  private func withSystemHint(_ problem: Problem, for request: FontRequest) -> Problem {
    let missing = ([request.family] + request.fallbacks).first { catalog.family(named: $0) == nil }
    guard let missing else { return problem }
    var problem = problem
    // The author is told what is missing whether or not the system's folders can be read.
    let system = try? FontCatalog(folders: [], systemFolders: unusedFolders)
    problem.hints.append(
      system?.family(named: missing) != nil
        ? "this machine has it: --system-fonts allows it, but others may not have it; "
          + "a copy in the project's fonts folder is safe"
        : "fonts are read from the project's fonts folder and the bundle"
          + (unusedFolders.isEmpty ? "" : ", never from the system unless asked"))
    return problem
  }
}
