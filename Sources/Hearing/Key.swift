/// A tonic and a mode.
package struct Key: Hashable, Codable, Sendable {
  /// Semitones above C.
  package var tonic: Int
  package var isMinor: Bool

  package init(tonic: Int, isMinor: Bool) {
    self.tonic = (tonic % 12 + 12) % 12
    self.isMinor = isMinor
  }

  private static let names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]

  /// Reads `A minor`, `Bb major`, `F#m` or `C`; nil if it is none.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard let letter = rest.popFirst(),
      let place = "C D EF G A B".firstIndex(of: Character(letter.uppercased()))
    else { return nil }
    var tonic = "C D EF G A B".distance(from: "C D EF G A B".startIndex, to: place)
    while let sign = rest.first, "#♯b♭".contains(sign) {
      tonic += "#♯".contains(sign) ? 1 : -1
      rest.removeFirst()
    }
    switch rest.drop(while: { $0 == " " || $0 == "-" || $0 == "_" }).lowercased() {
    case "m" where !rest.hasPrefix("M"), "min", "minor": self.init(tonic: tonic, isMinor: true)
    case "", "m", "maj", "major": self.init(tonic: tonic, isMinor: false)
    default: return nil
    }
  }
}

extension Key: CustomStringConvertible {
  package var description: String { "\(Key.names[tonic]) \(isMinor ? "minor" : "major")" }
}
