internal import Primitives

/// A way to write a lyric sheet: what it is called, how it is told from others, how it is read, and how it is
/// written if it can be.
///
/// Each stands in a folder of its own, with a `LyricFormat+Name.swift` that says all of this. A new one needs
/// such a folder and a place in `all`.
package struct LyricFormat: Sendable {
  /// Those there are. What is told by a line is tried in this order.
  package static let all: [LyricFormat] = [
    .lrc, .enhancedLRC, .srt, .webVTT, .ass, .ttml, .json, .lyricsfile, .qrc, .yrc, .lys, .transcript,
    .subViewer, .plain,
  ]

  /// Those that can be written.
  package static let writable = all.filter { $0.write != nil }

  /// What people call it. No two have the same name.
  package let name: String
  /// The endings of its files, lower case, the usual one first. No two have the same.
  package let endings: [String]
  /// Whether a text begins as those of this format do and no others. White space before it is gone.
  var opens: @Sendable (_ text: Bytes) -> Bool = { _ in false }
  /// Whether a line, without white space at its ends, is one that only this format has. What the file's
  /// name promises tells formats apart that share such lines.
  var marks: @Sendable (_ line: Bytes, _ isPromised: Bool) -> Bool = { _, _ in false }
  let read: @Sendable (Bytes, inout Remarks) throws(Diagnostic) -> LyricSheet
  var write: (@Sendable (LyricSheet) -> String)?
  /// What it can't write, or can write though most can't.
  var manner = Manner.usual

  enum Manner {
    /// Every line needs a time, and every word letters.
    case usual
    /// So it is, and words that look like marks are guarded: see `Guard`.
    case guarded
    /// Lines may be without times.
    case untimed
    /// Anything is kept, even words that say nothing and characters nobody sees.
    case lossless
  }
}

extension LyricFormat: Hashable, CustomStringConvertible {
  package static func == (one: LyricFormat, other: LyricFormat) -> Bool { one.name == other.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
  package var description: String { name }

  /// What a file's name promises.
  package init?(path: String) {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = path[path.utf8.index(after: dot)...].lowercased()
    guard let format = LyricFormat.all.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }
}
