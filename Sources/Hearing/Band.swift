/// A range of frequencies.
package enum Band: String, CaseIterable, Codable, Sendable {
  /// Below 200 Hz: kick and bass.
  case bass
  /// From 200 Hz to 3 kHz: voices and chords.
  case middle
  /// Above 3 kHz: cymbals, consonants.
  case treble

  var frequencies: Range<Double> {
    switch self {
    case .bass: 0..<200
    case .middle: 200..<3000
    case .treble: 3000..<24_000
    }
  }

  /// Which of a spectrogram's bands it has.
  var bands: Range<Int> {
    switch self {
    case .bass: Band.ranges[0]
    case .middle: Band.ranges[1]
    case .treble: Band.ranges[2]
    }
  }

  private static let ranges = allCases.map { band in
    let inside = Spectrogram.frequencies.indices.filter {
      band.frequencies.contains(Spectrogram.frequencies[$0])
    }
    return (inside.first ?? 0)..<(inside.last ?? 0) + 1
  }
}
