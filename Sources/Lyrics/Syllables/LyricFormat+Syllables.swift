internal import Primitives

extension LyricFormat {
  package static let qrc = syllables("QRC", "qrc", .qrc)
  package static let yrc = syllables("YRC", "yrc", .yrc)
  package static let lys = syllables("LYS", "lys", .lys)

  private static func syllables(_ name: String, _ ending: String, _ dialect: SyllableDialect) -> LyricFormat
  {
    LyricFormat(
      name: name, endings: [ending], marks: { line, _ in SyllableDialect(of: line) == dialect },
      read: { text, remarks throws(Diagnostic) in try SyllableReader.read(text, as: dialect, &remarks) })
  }
}
