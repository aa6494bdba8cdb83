/// Scripts in which words stand without spaces between them: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
package enum UnspacedText {
  /// Whether two syllables that follow each other without a space may be words of their own.
  package static func parts(_ first: String, _ second: String) -> Bool {
    guard let next = second.unicodeScalars.first, next.properties.isAlphabetic,
      !SyllableWeight.isSmallKana(next)
    else { return false }
    let last = first.unicodeScalars.last { $0.properties.isAlphabetic }
    return SyllableWeight.isUnspaced(next) || last.map(SyllableWeight.isUnspaced) ?? false
  }

  /// A text at every character that is a syllable of its own; what isn't stays with what is before it.
  package static func syllables(of text: String) -> [String] {
    var syllables: [String] = []
    var isDense = false
    for character in text {
      let scalar = character.unicodeScalars.first ?? " "
      let begins = scalar.properties.isAlphabetic && !SyllableWeight.isSmallKana(scalar)
      let isDenseNow = SyllableWeight.isDense(scalar)
      if let last = syllables.last, !(begins && (isDenseNow || isDense)) {
        syllables[syllables.count - 1] = last + String(character)
      } else {
        syllables.append(String(character))
      }
      isDense = isDenseNow || (isDense && !begins)
    }
    return syllables
  }
}
