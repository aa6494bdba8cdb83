internal import Primitives

/// Makes words of stretches of text that somebody gave times.
///
/// A stretch may be a syllable, a word or several: its first word starts when it does and its last
/// ends when it does. White space between stretches separates words; nothing joins them.
struct WordSplitter {
  private(set) var words: [LyricWord] = []
  private var isOpen = false  // whether the last word still waits for what follows it

  /// Adds a stretch. One of nothing but white space is no word: it only separates.
  mutating func append(_ text: Bytes, start: Time? = nil, end: Time? = nil, voice: String = "") {
    let first = words.count
    var index = text.startIndex
    while index < text.endIndex {
      if text[index].isSpace {
        separate(endsRow: text[index] == 0x0A)
        index += 1
        continue
      }
      let from = index
      while index < text.endIndex, !text[index].isSpace { index += 1 }
      add(text[from..<index], voice)
    }
    guard first < words.count else { return }
    words[first].start = start
    words[words.count - 1].end = end
  }

  /// Says when the last word ends, where that isn't known yet.
  mutating func endLast(at time: Time) {
    guard let last = words.indices.last, words[last].end == nil else { return }
    words[last].end = time
  }

  mutating func breakRow() { separate(endsRow: true) }

  private mutating func separate(endsRow: Bool) {
    isOpen = false
    if endsRow, !words.isEmpty { words[words.count - 1].endsRow = true }
  }

  private mutating func add(_ text: Bytes, _ voice: String) {
    // One more than is allowed is enough for the reader to give up.
    guard words.count <= Remarks.wordLimit else { return }
    if isOpen, !words.isEmpty { words[words.count - 1].joinsNext = true }
    words.append(LyricWord(text.string, voice: voice))
    isOpen = true
  }

  /// What was made; the last word joins nothing.
  var finished: [LyricWord] {
    var words = words
    if let last = words.indices.last {
      words[last].endsRow = false
      words[last].joinsNext = false
    }
    return words
  }

  /// Untimed words.
  static func words(_ text: String) -> [LyricWord] { words(Array(text.utf8)[...]) }

  static func words(_ text: Bytes) -> [LyricWord] {
    var splitter = WordSplitter()
    splitter.append(text)
    return splitter.finished
  }
}
