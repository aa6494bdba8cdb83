/// Beats, bars and tempo.
package struct Rhythm: Hashable, Codable, Sendable {
  /// In seconds, ascending.
  package var beats: [Double]
  /// Indices of the beats that begin bars.
  package var downbeats: [Int]
  package var metre: Metre
  /// In beats a minute: the usual distance of beats.
  package var tempo: Double
  /// Where the tempo changes for good: from a time on, so many beats a minute.
  package var tempoChanges: [TempoChange]
  /// Whether all beats lie on one grid.
  package var isSteady: Bool
  /// From 0 to 1: how far beats can be trusted, downbeats, and the metre.
  package var beatConfidence: Double
  package var downbeatConfidence: Double

  package struct TempoChange: Hashable, Codable, Sendable {
    package var time: Double
    package var tempo: Double
  }

  /// The tempo at each beat, in beats a minute, smoothed over the beats around it.
  package var tempi: [Double] { TempoCurve.tempi(of: beats) }
  /// Whether one may build on the beats.
  package var isTrustworthy: Bool { beats.count > 7 && beatConfidence >= 0.35 }
  package var downbeatTimes: [Double] { downbeats.map { beats[$0] } }

  static let none = Rhythm(
    beats: [], downbeats: [], metre: Metre(beatsPerBar: 4), tempo: 0, tempoChanges: [], isSteady: false,
    beatConfidence: 0, downbeatConfidence: 0)
}
