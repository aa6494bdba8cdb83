/// What becomes of colors: each for itself along lines, then all three together in a cube; either may be missing.
package struct ColorTable: Hashable, Sendable {
  package var lines: Lines?
  package var cube: Cube?

  package init(lines: Lines?, cube: Cube?) {
    self.lines = lines
    self.cube = cube
  }

  /// Numbers at equal distances, red, green and blue by turns; at least two of each.
  package struct Lines: Hashable, Sendable {
    package var size: Int
    package var entries: [Float]
    package var domain: Domain

    package init(size: Int, entries: [Float], domain: Domain) {
      precondition(size >= 2 && entries.count == size * 3, "lines have as many entries as they say")
      self.size = size
      self.entries = entries
      self.domain = domain
    }
  }

  /// `size` entries along each axis, red fastest; at least two.
  package struct Cube: Hashable, Sendable {
    package var size: Int
    package var entries: [Float]
    package var domain: Domain

    package init(size: Int, entries: [Float], domain: Domain) {
      precondition(
        size >= 2 && entries.count == size * size * size * 3, "a cube has as many entries as it says")
      self.size = size
      self.entries = entries
      self.domain = domain
    }
  }

  /// The numbers between which a table says something, for red, green and blue; what is beyond is taken as the nearer
  /// end.
  package struct Domain: Hashable, Sendable {
    package var low: [Float]
    package var high: [Float]

    package init(low: [Float], high: [Float]) {
      precondition(
        low.count == 3 && high.count == 3 && zip(low, high).allSatisfy { $0 < $1 }, "a domain is one")
      self.low = low
      self.high = high
    }

    package static let unit = Domain(low: [0, 0, 0], high: [1, 1, 1])
  }
}
