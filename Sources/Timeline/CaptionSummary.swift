package import Primitives

/// How many captions a film has, and in which styles.
package struct CaptionSummary: Hashable, Sendable {
  /// The line that asked for them.
  package var site: Site
  /// The sheet they are from.
  package var sheet: String
  package var pages: Int
  package var lines: Int
  package var words: Int
  /// Each once, in the order in which they are first seen.
  package var styles: [String]

  package init(site: Site, sheet: String, pages: Int, lines: Int, words: Int, styles: [String]) {
    self.site = site
    self.sheet = sheet
    self.pages = pages
    self.lines = lines
    self.words = words
    self.styles = styles
  }

  /// As timelines begin.
  var text: String {
    func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    return [
      "captions", sheet, counted(pages, "page"), counted(lines, "line"), counted(words, "word"),
      styles.joined(separator: ", "),
    ].joined(separator: "  ")
  }
}
