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
    guard let write = format.write else {
      throw Problem(
        .usage, "\(format.name) can be read but not written",
        hints: "there is \(LyricFormat.writable.map(\.name).joined(separator: ", "))")
    }
    if format.manner == .lossless { return write(sheet) }
    let sheet = sheet.withoutSilentWords
    if format.manner != .untimed, let line = sheet.lines.first(where: { $0.start == nil }) {
      let others = LyricFormat.writable.filter { [.untimed, .lossless].contains($0.manner) }
      throw Problem(
        .badInput, "the line \"\(line.text.prefix(60))\" has no time, and \(format.name) can't say that",
        hints: "write \(others.map(\.name).sorted().joined(separator: " or "))")
    }
    return withoutControls(write(sheet))
  }

  /// Without characters that no text may hold and no reader takes: XML can't even escape them.
  private static func withoutControls(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(XMLText.isAllowed)))
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
