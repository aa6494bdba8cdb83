public import Primitives

/// A word, or a syllable of one, and when it is sung.
public struct LyricWord: Hashable, Sendable {
  /// Without spaces around it.
  public var text: String
  public var start: Time?
  public var end: Time?
  /// Whether the next one follows without a space: both are syllables of one word.
  public var joinsNext: Bool
  /// Whether the next one stands on a new row of the same line.
  public var endsRow: Bool
  /// Whether the times were spread over the line rather than heard by somebody.
  public var isGuessed: Bool
  /// Who sings it, where that isn't who sings the line; empty otherwise.
  public var voice: String

  public init(
    _ text: String, start: Time? = nil, end: Time? = nil, joinsNext: Bool = false,
    endsRow: Bool = false, isGuessed: Bool = false, voice: String = ""
  ) {
    self.text = text
    self.start = start
    self.end = end
    self.joinsNext = joinsNext
    self.endsRow = endsRow
    self.isGuessed = isGuessed
    self.voice = voice
  }
}

extension [LyricWord] {
  /// The words with the spaces and row ends between them.
  public var text: String {
    var text = ""
    for (index, word) in enumerated() {
      text += word.text
      if index + 1 < count { text += word.endsRow ? "\n" : word.joinsNext ? "" : " " }
    }
    return text
  }

  /// The earliest start that is known.
  public var start: Time? { compactMap(\.start).min() }

  /// The latest end that is known.
  public var end: Time? { compactMap(\.end).max() }

  /// The words that the syllables make: of each, only the last syllable doesn't join the next.
  public var wholeWords: [[LyricWord]] {
    var words: [[LyricWord]] = []
    var isOpen = false
    for syllable in self {
      if isOpen { words[words.count - 1].append(syllable) } else { words.append([syllable]) }
      isOpen = syllable.joinsNext && !syllable.endsRow
    }
    return words
  }
}
