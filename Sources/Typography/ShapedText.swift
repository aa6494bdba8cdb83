import Primitives

/// All paragraphs of a text after shaping.
struct ShapedText {
  /// The font that was asked for; others that show a few characters don't change where lines stand.
  let font: LoadedFont
  let paragraphs: [ShapedParagraph]

  var metrics: FontMetrics { font.shaping.metrics }

  /// Shapes a text. Fails if no font has some character.
  init(_ request: TextRequest, fonts: FontChain, catalog: FontCatalog) throws(Problem) {
    font = fonts.primary
    var paragraphs: [ShapedParagraph] = []
    for paragraph in Paragraph.paragraphs(of: request.text) {
      var search = FontSearch(paragraph, fonts: fonts, style: ShapingStyle(request))
      let (shaped, missing) = try search.search()
      guard missing.isEmpty else {
        let line = String(decoding: paragraph.units, as: UTF16.self)
        throw catalog.problem(Set(missing).sorted(), in: line, request: request.font, asked: fonts.families)
      }
      paragraphs.append(shaped)
    }
    self.paragraphs = paragraphs
  }
}

extension FontCatalog {
  /// Says which characters no font has, in which line, and which families have them.
  fileprivate func problem(
    _ missing: [Unicode.Scalar], in line: String, request: FontRequest, asked: [String]
  ) -> Problem {
    let named = missing.prefix(8).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "“\(scalar)” U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    let others = missing.count > 8 ? " and \(missing.count - 8) others" : ""
    let fonts = asked.map { "\"\($0)\"" }.joined(separator: ", ")
    let have = asked.count == 1 ? "the font \(fonts) has no" : "none of the fonts \(fonts) has"
    return Problem(
      .badInput, "\(have) \(named.joined(separator: ", "))\(others), in the line \"\(line.excerpt)\"",
      hints: whatToDo(missing, request))
  }

  private func whatToDo(_ missing: [Unicode.Scalar], _ request: FontRequest) -> [String] {
    let them = missing.count == 1 ? "it" : "them all"
    let (all, some) = families(with: missing, for: request)
    if let first = all.first {
      return [
        "fonts that have \(them): \(all.map(\.name).joined(separator: ", "))",
        "use one of them, or name it as a fallback: \"\(first.name)\"",
      ]
    }
    if !some.isEmpty {
      return [
        "fonts that have some of them: \(some.map(\.name).joined(separator: ", "))",
        "name several as fallbacks, or put a font that has them all in the project's fonts folder",
      ]
    }
    let any = missing.count == 1 ? "it" : "any of them"
    return ["no font at hand has \(any); put one that does in the project's fonts folder"]
  }
}
