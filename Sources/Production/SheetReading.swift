package import Lyrics
package import Primitives
import Typography

/// How the bytes of a lyric sheet stand for characters, and the reading of one.
package enum SheetReading: Hashable, Sendable {
  case unicode(TextEncoding)
  case foreign(String)

  /// The names that are suggested; there are hundreds more.
  private static let usual =
    TextEncoding.allCases.map(\.rawValue) + [
      "windows-1252", "windows-1250", "windows-1251", "latin1", "shift_jis", "euc-jp", "gb18030", "big5",
      "euc-kr", "koi8-r",
    ]

  /// By the name of an encoding.
  package init(_ word: String) throws(Problem) {
    if let encoding = TextEncoding(rawValue: word.lowercased()) {
      self = .unicode(encoding)
    } else if ForeignText.knows(word) {
      self = .foreign(word)
    } else {
      throw Problem(
        .usage, "there is no encoding \(word)",
        hints: Suggestion.hints(for: word, among: SheetReading.usual)
          + ["there is \(SheetReading.usual.joined(separator: ", ")), and whatever else ICU knows"])
    }
  }

  /// Reads a sheet whose bytes stand for characters in this way; nil: as XML declares, else in one of Unicode's.
  ///
  /// What was mended is reported first.
  package static func read(
    _ bytes: [UInt8], named name: String, as encoding: SheetReading?,
    reporting report: ([Diagnostic]) -> Void
  ) throws(Diagnostic) -> LyricReader.Reading {
    var encoding = encoding
    if encoding == nil, let declared = XMLDeclaration.encoding(of: bytes) {
      if ForeignText.knows(declared) {
        encoding = .foreign(declared)
      } else {
        report([
          .warning(
            "the file says that it is in \(declared), which nobody knows", at: Site(file: name, line: 1))
        ])
      }
    }
    guard case .foreign(let foreign) = encoding else {
      var unicode: TextEncoding?
      if case .unicode(let named) = encoding { unicode = named }
      let reading = try LyricReader.read(bytes, named: name, encoding: unicode)
      report(reading.warnings)
      return reading
    }
    guard let text = ForeignText(bytes, encoding: foreign) else {
      throw .error("the file is too large for a lyric sheet", at: Site(file: name, line: 1))
    }
    if let line = text.firstBadLine {
      report([
        .warning(
          "here are bytes that are no \(foreign); they were replaced", at: Site(file: name, line: line))
      ])
    }
    let reading = try LyricReader.read(text.utf8, named: name, encoding: .utf8)
    report(reading.warnings)
    return reading
  }
}
