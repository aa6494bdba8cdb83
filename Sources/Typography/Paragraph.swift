internal import CEngine
import Primitives

/// Text without line ends, as it goes to the shaper.
struct Paragraph: Hashable {
  /// Where it begins, in UTF-16 units of the whole text.
  let start: Int
  /// As many as in the original; tabs are spaces now, and other controls are invisible.
  let units: [UInt16]
  let isRightToLeft: Bool
  /// The bidirectional level of each unit.
  private let levels: [UInt8]

  init(start: Int, units: [UInt16]) {
    self.start = start
    self.units = units.map(Self.cleaned)
    var levels = [UInt8](repeating: 0, count: units.count)
    let level = units.isEmpty ? 0 : libretto_bidi_levels(self.units, Int32(units.count), &levels)
    isRightToLeft = level > 0 && level & 1 == 1
    self.levels = levels
  }

  /// The paragraphs of a text: one more than there are line ends.
  static func paragraphs(of text: String) -> [Paragraph] {
    let units = Array(text.utf16)
    var paragraphs: [Paragraph] = []
    var start = 0
    for index in units.indices where isLineEnd(units[index]) {
      let isSecondHalf = index > 0 && units[index - 1] == 0x0D && units[index] == 0x0A
      if !isSecondHalf { paragraphs.append(Paragraph(start: start, units: Array(units[start..<index]))) }
      start = index + 1
    }
    return paragraphs + [Paragraph(start: start, units: Array(units[start...]))]
  }

  /// The runs that are shaped each in one go, in the order of the text: of one level, one script and one
  /// font.
  ///
  /// - Parameter fonts: which font of the chain shows each unit.
  func runs(shownBy fonts: [Int]) -> [TextRun] {
    let scripts = TextRun.scripts(of: units)
    var runs: [TextRun] = []
    var start = 0
    for end in units.indices.dropFirst() + [units.count] where end > start {
      if end < units.count, levels[end] == levels[start], scripts[end] == scripts[start],
        fonts[end] == fonts[start]
      {
        continue
      }
      runs.append(
        TextRun(units: start..<end, level: levels[start], script: scripts[start], font: fonts[start]))
      start = end
    }
    return runs
  }

  /// Where it may be divided, in units, ascending, its end included.
  func places(_ division: libretto_division, language: String) -> [Int] {
    var places = [Int32](repeating: 0, count: units.count)
    let count = libretto_divide(division, language, units, Int32(units.count), &places)
    guard count > 0 else { return [units.count] }
    // Dividing at a soft hyphen would need a hyphen that isn't in the text.
    let keepsWords = division == libretto_division_phrase && language.isLanguage("ko")
    return places.prefix(Int(count)).map(Int.init).filter { place in
      if place == units.count { return true }
      return units[place - 1] != 0xAD
        && !(keepsWords && units[place - 1].isHangul && units[place].isHangul)
    }
  }

  /// The units of each character (grapheme cluster).
  var characters: [Range<Int>] { characters(of: units.indices) }

  /// The units of each character of a stretch.
  func characters(of range: Range<Int>) -> [Range<Int>] {
    var start = range.lowerBound
    return String(decoding: units[range], as: UTF16.self).map { character in
      let end = start + character.utf16.count
      defer { start = end }
      return start..<end
    }
  }

  func scalars(of range: Range<Int>) -> String.UnicodeScalarView {
    String(decoding: units[range], as: UTF16.self).unicodeScalars
  }

  private static func isLineEnd(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func cleaned(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x09: 0x20
    case 0..<0x20, 0x7F...0x9F: 0x2060  // the word joiner, which shows nothing and divides nothing
    default: unit
    }
  }
}

extension UInt16 {
  fileprivate var isHangul: Bool { (0xAC00...0xD7AF).contains(self) || (0x1100...0x11FF).contains(self) }
}

extension String {
  /// Whether a language tag is of a language.
  func isLanguage(_ code: String) -> Bool {
    let own = lowercased()
    return own == code || own.hasPrefix(code + "-")
  }
}
