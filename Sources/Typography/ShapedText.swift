import Primitives

/// All paragraphs of a text after shaping.
struct ShapedText {
  let font: LoadedFont
  let paragraphs: [ShapedParagraph]
  /// In font units.
  let letterSpacing: Double

  var metrics: FontMetrics { font.shaping.metrics }

  /// Shapes a text. Fails if the font lacks a character.
  init(_ request: TextRequest, font: LoadedFont, catalog: FontCatalog) throws(Problem) {
    let spacing = request.letterSpacing / request.size * font.shaping.metrics.unitsPerEm
    self.font = font
    letterSpacing = spacing
    paragraphs = Paragraph.paragraphs(of: request.text).map {
      ShapedParagraph($0, font: font.shaping, letterSpacing: spacing)
    }
    let missing = missingScalars()
    if !missing.isEmpty { throw problem(missing, request: request, catalog: catalog) }
  }

  /// The characters that came out as glyph 0, the box for what a font doesn't have; each once.
  private func missingScalars() -> [Unicode.Scalar] {
    var missing: [Unicode.Scalar] = []
    for shaped in paragraphs {
      for cluster in shaped.clusters where cluster.glyphs.contains(where: { $0.id == 0 }) {
        let scalars = String(decoding: shaped.paragraph.units[cluster.units], as: UTF16.self).unicodeScalars
          .filter { !$0.properties.isDefaultIgnorableCodePoint }
        let lacking = scalars.filter { !font.shaping.hasGlyph(for: $0) }
        missing += lacking.isEmpty ? scalars : lacking
      }
    }
    return Set(missing).sorted()
  }

  private func problem(
    _ missing: [Unicode.Scalar], request: TextRequest, catalog: FontCatalog
  ) -> Problem {
    let named = missing.prefix(8).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "“\(scalar)” U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    let others = missing.count > 8 ? " and \(missing.count - 8) others" : ""
    let families = catalog.families.filter { family in
      let face = family.face(weight: Double(request.font.weight), isItalic: request.font.isItalic)
      return face?.covers(missing) ?? false
    }
    let them = missing.count == 1 ? "it" : "them all"
    return Problem(
      .badInput, "the font \"\(font.family)\" has no \(named.joined(separator: ", "))\(others)",
      hints: families.isEmpty
        ? "no font at hand has \(them); put one that does in the project's fonts folder"
        : "fonts that have \(them): \(families.map(\.name).joined(separator: ", "))")
  }
}
