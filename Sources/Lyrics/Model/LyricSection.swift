public import Primitives

/// A part of a song, such as a verse.
public struct LyricSection: Hashable, Sendable {
  /// `Verse 1`; empty for lines that stand before or without any label.
  public var label: String
  /// How it is to be played, as music models write it after a dash: `piano`.
  public var modifier: String
  /// When it was said to start; its lines may start later, and an instrumental part has none.
  public var start: Time?
  public var lines: [LyricLine]

  public init(_ label: String = "", modifier: String = "", start: Time? = nil, lines: [LyricLine] = []) {
    self.label = label
    self.modifier = modifier
    self.start = start
    self.lines = lines
  }
}
