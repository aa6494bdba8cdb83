/// A part of a song.
package struct Section: Hashable, Codable, Sendable {
  /// In seconds.
  package var start: Double
  package var end: Double
  package var label: String
  /// Sections with the same letter sound alike.
  package var letter: String
  /// From 0 to 1: how clearly it begins.
  package var confidence: Double

  package init(start: Double, end: Double, label: String, letter: String = "", confidence: Double = 1) {
    self.start = start
    self.end = end
    self.label = label
    self.letter = letter
    self.confidence = confidence
  }
}
