public import Primitives

/// A line of a song: what one voice sings in one breath.
public struct LyricLine: Hashable, Sendable {
  /// Who sings: `F`, `v1`, a name; empty where nobody said it.
  public var voice: String
  public var start: Time?
  /// When it is over. Nil means: when the next one starts.
  public var end: Time?
  public var words: [LyricWord]
  /// What others sing behind it. It has its own times, and may start before the line does.
  public var background: [LyricWord]
  /// In a translation or romanization: which line of the main track it goes with, counted from 0
  /// through all sections. Nil in the main track, and where nobody said it.
  public var mainIndex: Int?

  public init(
    voice: String = "", start: Time? = nil, end: Time? = nil, words: [LyricWord],
    background: [LyricWord] = [], mainIndex: Int? = nil
  ) {
    self.voice = voice
    self.start = start
    self.end = end
    self.words = words
    self.background = background
    self.mainIndex = mainIndex
  }

  /// A line of untimed words, split where spaces and new rows are.
  public init(_ text: String, voice: String = "", start: Time? = nil, end: Time? = nil) {
    self.init(voice: voice, start: start, end: end, words: WordSplitter.words(text))
  }

  /// The words with their spaces; rows are separated by newlines.
  public var text: String { words.text }

  /// Whether the time of some word is known.
  public var hasWordTimes: Bool { words.contains { $0.start != nil && !$0.isGuessed } }
}
