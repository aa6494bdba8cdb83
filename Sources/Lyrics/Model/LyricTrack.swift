/// One reading of all the lines: as sung, translated, or in Latin letters.
public struct LyricTrack: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case main, translation, romanization }

  /// A language tag such as `en` or `ja-Latn`; empty where nobody said it.
  public var language: String
  public var kind: Kind
  public var sections: [LyricSection]

  public init(language: String = "", kind: Kind = .main, sections: [LyricSection] = []) {
    self.language = language
    self.kind = kind
    self.sections = sections
  }

  public var lines: [LyricLine] { sections.flatMap(\.lines) }

  /// In a translation or romanization: what stands for a line of the main track.
  public func line(for mainIndex: Int) -> LyricLine? {
    for section in sections {
      if let line = section.lines.first(where: { $0.mainIndex == mainIndex }) { return line }
    }
    return nil
  }
}
