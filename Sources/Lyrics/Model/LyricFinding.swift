package import Primitives

/// One thing that would go wrong with a sheet on screen.
package struct LyricFinding: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case untimedLine, overlap, outsideSong, tooFast, untimedWords, wordsOutsideLine, noWordTimes
  }

  package let kind: Kind
  /// Which line of the main track, counted from 1; nil where it is about all of them.
  package let line: Int?
  package let start: Time?
  /// A sentence, without the time.
  package let message: String

  /// As a row for people.
  package var text: String { (start.map { "\($0)  " } ?? "") + message }
}
