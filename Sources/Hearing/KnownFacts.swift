import Primitives

/// What is known of a song beforehand; it wins over what is heard.
package struct KnownFacts: Hashable, Sendable {
  /// In beats a minute.
  package var tempo: Double?
  /// In seconds.
  package var firstDownbeat: Double?
  package var metre: Metre?
  package var key: Key?
  package var sections: [Section]?
  /// In seconds, ascending.
  package var beats: [Double]?
  package var downbeats: [Double]?

  package init(
    tempo: Double? = nil, firstDownbeat: Double? = nil, metre: Metre? = nil, key: Key? = nil,
    sections: [Section]? = nil, beats: [Double]? = nil, downbeats: [Double]? = nil
  ) {
    self.tempo = tempo
    self.firstDownbeat = firstDownbeat
    self.metre = metre
    self.key = key
    self.sections = sections
    self.beats = beats
    self.downbeats = downbeats
  }

  package static let none = KnownFacts()
}
