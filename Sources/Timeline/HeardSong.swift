package import Primitives

/// What was heard in a song, as films use it. Times are the song's.
package struct HeardSong: Sendable {
  package var beats: [Time] = []
  package var downbeats: [Time] = []
  package var beatsPerBar = 4
  /// Whether beats and bars are to be relied on.
  package var isTrusted = true
  /// In the order they are played; the last one ends with the song.
  package var sections: [Part] = []
  /// Where all comes back at once after little.
  package var drops: [Time] = []
  /// Where it is suddenly louder.
  package var hits: [Time] = []
  package var onsets: [Onset] = []
  /// How loud it is, 0 to 1, so many values a second; all of it, and by band.
  package var energyRate = 10
  package var energy: [Double] = []
  package var bands: [SongBand: [Double]] = [:]

  package init() {}

  package struct Part: Hashable, Sendable {
    package var name: String
    package var start: Time

    package init(name: String, start: Time) {
      self.name = name
      self.start = start
    }
  }

  package struct Onset: Hashable, Sendable {
    package var time: Time
    /// Where in the spectrum it is.
    package var bands: [SongBand]

    package init(time: Time, bands: [SongBand]) {
      self.time = time
      self.bands = bands
    }
  }
}

/// A range of a song's frequencies.
public enum SongBand: String, Hashable, Sendable, CaseIterable {
  /// Below 200 Hz: kick and bass.
  case bass
  /// Up to 3 kHz: voices and chords.
  case middle
  /// Above: cymbals, consonants.
  case treble
}
