/// Where a word falls into syllables, guessed from how it is written.
package enum SyllableBreaks {
  /// The offsets, in UTF-16 units of the word, at which its syllables begin; the first is 0.
  ///
  /// Between vowels the last consonant goes with what follows, and those that are spoken as one (`tr`,
  /// `ch`) stay together. Scripts whose characters are syllables fall apart into characters.
  package static func starts(in word: String) -> [Int] {
    let letters = Letter.letters(of: word)
    var starts = [0]
    for index in letters.indices.dropFirst() where begins(at: index, in: letters) {
      starts.append(letters[index].offset)
    }
    return starts
  }

  private static func begins(at index: Int, in letters: [Letter]) -> Bool {
    let letter = letters[index]
    if letter.isDense { return !letter.isSmall }
    if letters[index - 1].isDense { return letter.isLetter }
    guard letters[..<index].contains(where: \.isVowel), letter.isLetter else { return false }
    // Inside a group of vowels, and after the consonant that began a syllable, nothing new begins.
    guard !letter.isVowel, let vowel = letters[index...].firstIndex(where: { !$0.isLetter || $0.isVowel }),
      letters[vowel].isVowel, !isSilent(vowel, in: letters)
    else { return false }
    guard let before = letters[..<index].lastIndex(where: \.isVowel) else { return false }
    let consonants = letters[(before + 1)..<vowel].map(\.character)
    return index == before + 1 + kept(consonants)
  }

  /// How many of the consonants between two vowels stay with the first one.
  private static func kept(_ consonants: [Character]) -> Int {
    guard consonants.count > 1 else { return 0 }
    let last = String(consonants.suffix(2))
    return consonants.count - (together.contains(last) ? 2 : 1)
  }

  /// An e that ends a word after a consonant is as a rule not sung, but for a word like "little".
  private static func isSilent(_ index: Int, in letters: [Letter]) -> Bool {
    let rest = letters[(index + 1)...].filter(\.isLetter)
    guard letters[index].character == "e", rest.isEmpty, index >= 2 else { return false }
    let hasOther = letters[..<index].contains(where: \.isVowel)
    let isLittle = letters[index - 1].character == "l" && !letters[index - 2].isVowel
    return hasOther && !isLittle
  }

  private static let together: Set<String> = [
    "bl", "br", "ch", "ck", "cl", "cr", "dl", "dr", "fl", "fr", "gh", "gl", "gr", "kl", "kr", "ph", "pl",
    "pr", "qu", "sh", "th", "tl", "tr", "wh", "wr", "zl",
  ]

  private struct Letter {
    let character: Character
    let offset: Int
    let isVowel: Bool
    let isDense: Bool
    let isSmall: Bool
    var isLetter: Bool { character.isLetter }

    static func letters(of word: String) -> [Letter] {
      var offset = 0
      return word.map { character in
        defer { offset += character.utf16.count }
        let scalar = character.lowercased().unicodeScalars.first ?? " "
        let isHangul = (0xAC00...0xD7A3).contains(scalar.value)
        return Letter(
          character: character.lowercased().first ?? character, offset: offset,
          isVowel: SyllableWeight.isVowel(scalar), isDense: isHangul || SyllableWeight.isDense(scalar),
          isSmall: SyllableWeight.isSmallKana(scalar))
      }
    }
  }
}
