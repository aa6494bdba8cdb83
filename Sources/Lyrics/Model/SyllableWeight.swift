/// How long a word takes to sing, in syllables, guessed from how it is written.
enum SyllableWeight {
  /// At least 1.
  static func weight(of text: String) -> Int {
    var (weight, letters) = (0, 0)
    var inVowels = false
    for scalar in text.unicodeScalars {
      if isDense(scalar) || (0xAC00...0xD7A3).contains(scalar.value) {
        weight += smallKana.contains(scalar) ? 0 : 1
        inVowels = false
      } else if vowels.contains(scalar) {
        if !inVowels { weight += 1 }
        inVowels = true
      } else {
        if scalar.value >= 0x590, scalar.properties.isAlphabetic { letters += 1 }
        if scalar.properties.generalCategory != .nonspacingMark { inVowels = false }
      }
    }
    // A silent e ends many an English word: love, time.
    if weight > 1, text.utf8.count > 3, text.lowercased().hasSuffix("e"), !text.lowercased().hasSuffix("le")
    {
      weight -= 1
    }
    // Where vowels aren't written, two letters make about a syllable.
    return max(1, weight + (letters + 1) / 2)
  }

  /// Whether a character is a syllable of its own and words stand without spaces between them.
  static func isDense(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Whether words stand without spaces between them: those above, and Thai, Lao, Burmese and Khmer.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: isDense(scalar)
    }
  }

  static func isVowel(_ scalar: Unicode.Scalar) -> Bool { vowels.contains(scalar) }
  /// Whether it belongs to the syllable before it.
  static func isSmallKana(_ scalar: Unicode.Scalar) -> Bool { smallKana.contains(scalar) }

  private static let smallKana = Set("ぁぃぅぇぉゃゅょっァィゥェォャュョッー".unicodeScalars)
  private static let vowels = Set(
    "aeiouyAEIOUYàáâãäåæèéêëìíîïòóôõöøùúûüýÿÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝœŒąęěůőűāēīōūаеёиоуыэюяіїєАЕЁИОУЫЭЮЯαεηιουωάέήίόύώ"
      .unicodeScalars)
}
