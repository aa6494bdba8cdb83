internal import Primitives

extension LyricFormat {
  /// Lines with times in brackets; read with words' times too.
  package static let lrc = LyricFormat(
    name: "LRC", endings: ["lrc"], marks: { line, _ in isStamped(line) }, read: LRCReader.read,
    write: { LRCWriter.text(of: $0, withWords: false) }, manner: .guarded)

  /// LRC with the times of words, which nothing but the name tells from LRC without.
  package static let enhancedLRC = LyricFormat(
    name: "enhanced LRC", endings: ["elrc"], marks: { line, isPromised in isPromised && isStamped(line) },
    read: LRCReader.read, write: { LRCWriter.text(of: $0, withWords: true) }, manner: .guarded)

  private static func isStamped(_ line: Bytes) -> Bool {
    line.bracketed.map { LRCStamp($0) != nil } ?? false
  }
}
