package import Primitives

/// Reads lyric sheets of every kind.
package enum LyricReader {
  /// A sheet, what kind of file it was, and what had to be mended to read it.
  package struct Reading: Sendable {
    package let sheet: LyricSheet
    package let format: LyricFormat
    package let warnings: [Diagnostic]
  }

  /// More than any sheet needs.
  package static let sizeLimit = 16 << 20

  /// Reads the bytes of a file. Its name is used in messages, and where the bytes don't tell
  /// what kind it is.
  ///
  /// What can be mended is mended, with a warning that names the line.
  package static func read(
    _ bytes: [UInt8], named name: String, as format: LyricFormat? = nil, encoding: TextEncoding? = nil
  ) throws(Diagnostic) -> Reading {
    var remarks = Remarks(file: name)
    guard bytes.count <= sizeLimit else {
      throw remarks.failure(1, "the file is too large for a lyric sheet", hints: "16 MB is the limit")
    }
    var text = TextDecoder.utf8(bytes, encoding: encoding, remarks: &remarks)
    text = ByteOrderMark.removed(fromStartsOfLines: text)
    text = QRCWrapper.content(of: text[...].trimmed) ?? text
    guard let first = text.firstIndex(where: { !$0.isSpace }) else {
      throw remarks.failure(1, "the file is empty")
    }
    if let zero = text.firstIndex(where: { $0 < 0x09 }) {
      let line = 1 + text[..<zero].count { $0 == 0x0A }
      throw remarks.failure(
        line, "this is no text", hints: "name its encoding with --encoding if it is in UTF-16")
    }
    let kind = format ?? FormatSniffer.format(of: text[first...], named: name)
    var sheet = try kind.read(text[...], &remarks)
    sheet.tracks.removeAll { $0.kind != .main && $0.lines.isEmpty }
    if sheet.hasLongWord {
      let line = Lines(text[...]).first { $0.bytes.count > LyricSheet.longestWord }?.number ?? 1
      throw remarks.failure(
        line, "there is a word of more than \(LyricSheet.longestWord) bytes: this is no lyric sheet")
    }
    sheet.forgetStrayLinks()
    if kind.manner == .guarded { sheet.removeGuards() }
    return Reading(sheet: sheet, format: kind, warnings: remarks.all)
  }
}

extension LyricSheet {
  fileprivate static let longestWord = 5000

  fileprivate var hasLongWord: Bool {
    tracks.contains { track in
      track.sections.contains { section in
        section.lines.contains { line in
          line.words.contains { $0.text.utf8.count > LyricSheet.longestWord }
            || line.background.contains { $0.text.utf8.count > LyricSheet.longestWord }
        }
      }
    }
  }

  /// Links only lead from other readings to lines that there are.
  fileprivate mutating func forgetStrayLinks() {
    let count = lines.count
    for track in tracks.indices {
      for section in tracks[track].sections.indices {
        for index in tracks[track].sections[section].lines.indices {
          let link = tracks[track].sections[section].lines[index].mainIndex
          if tracks[track].kind == .main || link ?? 0 >= count {
            tracks[track].sections[section].lines[index].mainIndex = nil
          }
        }
      }
    }
  }
}
