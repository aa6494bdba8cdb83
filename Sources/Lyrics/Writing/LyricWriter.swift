package import Primitives

/// Writes lyric sheets.
///
/// Read back, they are the same as far as the format can say it. JSON keeps everything. TTML keeps
/// everything but a section's modifier, who guessed, and fractions of a millisecond. Enhanced LRC,
/// WebVTT and ASS keep the main track's lines and words, ASS in hundredths of a second; LRC and SRT
/// keep its lines.
package enum LyricWriter {
  /// The text of a file, which ends with a new line.
  package static func text(of sheet: LyricSheet, as format: LyricFormat) throws(Problem) -> String {
    if format == .json { return JSONWriter.text(of: sheet) }
    let sheet = sheet.withoutSilentWords
    switch format {
    case .json: return JSONWriter.text(of: sheet)
    case .ttml: return TTMLWriter.text(of: sheet)
    case .lrc, .enhancedLRC, .srt, .webVTT, .ass: break
    case .lyricsfile, .qrc, .yrc, .lys, .plain:
      throw Problem(
        .usage, "\(format.name) can be read but not written",
        hints: "there is \(LyricFormat.writable.map(\.name).joined(separator: ", "))")
    }
    if let line = sheet.lines.first(where: { $0.start == nil }) {
      throw Problem(
        .badInput, "the line \"\(line.text.prefix(60))\" has no time, and \(format.name) can't say that",
        hints: "write JSON or TTML")
    }
    switch format {
    case .srt: return CueWriter.srt(sheet)
    case .webVTT: return CueWriter.webVTT(sheet)
    case .ass: return ASSWriter.text(of: sheet)
    default: return LRCWriter.text(of: sheet, withWords: format == .enhancedLRC)
    }
  }
}

extension LyricLine {
  /// Its text on one row, with what is sung behind it in parentheses.
  var textWithBackground: String {
    let text = words.text
    guard !background.isEmpty else { return text }
    let behind = background.text
    return text + (text.isEmpty ? "" : " ") + (behind.hasPrefix("(") ? behind : "(\(behind))")
  }
}

extension String {
  /// Rows become one.
  var onOneRow: String { String(map { $0.isNewline ? " " : $0 }) }
}
