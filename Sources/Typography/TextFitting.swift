internal import CEngine
import Primitives

/// Finds the size at which a text fits its limits, and its lines at that size.
///
/// Sizes are tried on a grid of 64ths of what was asked for, from 64 down to 8. Letter spacing shrinks
/// with the type, so a smaller size is the same picture, smaller, until lines break elsewhere.
struct TextFitting {
  private let request: TextRequest
  private let text: ShapedText

  private static let grid = 8...64
  /// In pixels; so that a block fits into the size it was told to have, which is rounded to the grid.
  private static let tolerance = 1.0 / 1024

  init(_ request: TextRequest, text: ShapedText) {
    self.request = request
    self.text = text
  }

  /// The text at the largest size at which it fits with its words whole, or else with words broken.
  func block() throws(Problem) -> TextBlock {
    guard let fitted = wholeWords() ?? largest(breakers(libretto_division_grapheme)) else {
      let ownLines = text.paragraphs.count
      var hints = ["the limits: \(request.limits)", "give it more room, or fewer words"]
      if let maxLines = request.maxLines, ownLines > maxLines {
        hints.insert("the text has \(ownLines) lines of its own", at: 0)
      }
      throw Problem(
        .badInput, "the text \"\(request.text.excerpt)\" doesn't fit, even at an eighth of its size",
        hints: hints)
    }
    let block = try TextSetting(request, text: text, size: fitted.size).block(of: fitted.lines)
    guard max(block.size.width, block.size.height) < 1e7 else {
      throw Problem(
        .badInput, "the text \"\(request.text.excerpt)\" becomes too large",
        hints: "choose a smaller size, or limit its width")
    }
    return block
  }

  /// With words whole. Japanese and Korean may be broken nearly anywhere; there phrases stay whole as long
  /// as that doesn't make the type smaller.
  private func wholeWords() -> (size: Double, lines: [SetLine])? {
    let words = largest(breakers(libretto_division_line))
    guard ["ja", "ko"].contains(where: request.language.isLanguage) else { return words }
    let phrases = largest(breakers(libretto_division_phrase))
    return (phrases?.size ?? 0) < (words?.size ?? 0) ? words : phrases
  }

  /// What ends the lines of each paragraph: anywhere between words, or between characters.
  private func breakers(_ division: libretto_division) -> [LineBreaker] {
    text.paragraphs.map { paragraph in
      LineBreaker(paragraph.clusters, cuts: paragraph.cuts(at: division, language: request.language))
    }
  }

  /// What fits at the largest size of the grid. What fits at a size fits at all smaller ones.
  private func largest(_ breakers: [LineBreaker]) -> (size: Double, lines: [SetLine])? {
    func fit(_ step: Int) -> (size: Double, lines: [SetLine])? {
      let size = request.size * Double(step) / 64
      return lines(breakers, at: size).map { (size, $0) }
    }
    if let found = fit(Self.grid.upperBound) { return found }
    guard var found = fit(Self.grid.lowerBound) else { return nil }
    var (low, high) = (Self.grid.lowerBound, Self.grid.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if let better = fit(middle) {
        found = better
        low = middle
      } else {
        high = middle
      }
    }
    return found
  }

  /// The lines at a size, or nil if a limit is broken.
  private func lines(_ breakers: [LineBreaker], at size: Double) -> [SetLine]? {
    let limit = request.maxWidth.map { ($0 + Self.tolerance) / size }
    var lines: [SetLine] = []
    for (index, breaker) in breakers.enumerated() {
      guard let cut = breaker.lines(within: limit) else { return nil }
      lines += cut.map { SetLine(paragraph: index, clusters: $0, width: breaker.width(of: $0)) }
    }
    if let maxLines = request.maxLines, lines.count > maxLines { return nil }
    let height = Double(lines.count) * request.lineHeight * text.metrics.lineHeight * size
    if let maxHeight = request.maxHeight, height > maxHeight + Self.tolerance { return nil }
    return lines
  }
}

/// What stands on one line; the width in ems.
struct SetLine: Hashable {
  let paragraph: Int
  let clusters: Range<Int>
  let width: Double
}
