/// How beats make bars, and what beats are divided into.
package struct Metre: Hashable, Codable, Sendable {
  package var beatsPerBar: Int
  /// Whether beats are made of three parts: in 6/8 a beat is a dotted quarter.
  package var isCompound: Bool

  package init(beatsPerBar: Int, isCompound: Bool = false) {
    self.beatsPerBar = beatsPerBar
    self.isCompound = isCompound
  }

  /// Reads `4/4`, `3/4`, `6/8` and the like; nil if it is none.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let count = parts[0], let unit = parts[1], (1...16).contains(count) else {
      return nil
    }
    switch unit {
    case 2, 4: self.init(beatsPerBar: count)
    case 8 where count % 3 == 0 && count > 3: self.init(beatsPerBar: count / 3, isCompound: true)
    case 8: self.init(beatsPerBar: count)
    default: return nil
    }
  }
}

extension Metre: CustomStringConvertible {
  package var description: String { isCompound ? "\(beatsPerBar * 3)/8" : "\(beatsPerBar)/4" }
}
