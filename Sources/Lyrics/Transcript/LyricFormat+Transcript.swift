internal import Primitives

extension LyricFormat {
  /// What recognizers print on a terminal: `[01:14.500 -> 01:15.500]  so long`.
  package static let transcript = LyricFormat(
    name: "transcript", endings: [], marks: { line, _ in TranscriptLine(line) != nil },
    read: TranscriptReader.read)
}
