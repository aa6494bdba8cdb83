import Lyrics
import Testing

@Suite("Syllables")
struct SyllableBreakTests {
  @Test(
    "are found in how a word is written",
    arguments: [
      ("window", "win-dow"), ("rain", "rain"), ("love", "love"), ("little", "lit-tle"), ("", ""),
      ("umbrella", "um-brel-la"), ("tonight", "to-night"), ("morning", "mor-ning"),
      ("yesterday", "yes-ter-day"),
      ("さくら", "さ-く-ら"), ("きょう", "きょ-う"), ("안녕", "안-녕"), ("Wasser,", "Was-ser,"), ("!?", "!?"),
    ])
  func divides(word: String, syllables: String) {
    let units = Array(word.utf16)
    let starts = SyllableBreaks.starts(in: word)
    let parts = zip(starts, starts.dropFirst() + [units.count]).map {
      String(decoding: units[$0..<$1], as: UTF16.self)
    }
    #expect(parts.joined(separator: "-") == syllables)
  }
}
