internal import Primitives

/// What a reader had to mend, with the line it stood on; and the end of a reader's patience.
struct Remarks {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var unsaid = 0
  private var words = 0

  private static let limit = 200
  /// More than any song has: a whole day of speech.
  static let wordLimit = 200_000

  init(file: String) { self.file = file }

  mutating func warn(_ line: Int, _ message: String, hints: String...) {
    guard diagnostics.count < Remarks.limit else {
      unsaid += 1
      return
    }
    diagnostics.append(
      Diagnostic(.warning, Problem(.badInput, message, hints: hints), at: Site(file: file, line: line)))
  }

  /// All that was said, and how much wasn't.
  var all: [Diagnostic] {
    guard unsaid > 0 else { return diagnostics }
    return diagnostics + [.warning("there are \(unsaid) more like these", at: Site(file: file, line: 1))]
  }

  func failure(_ line: Int, _ message: String, hints: String...) -> Diagnostic {
    Diagnostic(.error, Problem(.badInput, message, hints: hints), at: Site(file: file, line: line))
  }

  /// A line with the times of a cue, as far as they can be.
  mutating func cue(_ start: Time, _ end: Time, words: [LyricWord], voice: String = "", at number: Int)
    -> LyricLine
  {
    var line = LyricLine(voice: voice, start: max(.zero, start), end: end, words: words)
    if start < .zero { warn(number, "the line starts before the song; it was moved to its start") }
    if end <= line.start ?? .zero {
      warn(number, "the line doesn't end after it starts; it lasts until the next one")
      line.end = nil
    }
    return line
  }

  /// Counts words and lines that were read, and stops where no song goes.
  mutating func count(_ more: Int, at line: Int) throws(Diagnostic) {
    words += more
    guard words <= Remarks.wordLimit else {
      throw failure(line, "there are more than \(Remarks.wordLimit) words: this is no lyric sheet")
    }
  }
}
