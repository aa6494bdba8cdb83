/// What was measured in a song at even distances: rows of values from 0 to 1; of samples from -1 to 1.
///
/// A value made once and shared. A row stands for the middle of its stretch of time.
package struct SoundTrace: Sendable {
  /// How many rows a second has.
  package let rate: Int
  /// How many values a row has.
  package let width: Int
  /// Row after row.
  package let values: [Float]

  package init(rate: Int, width: Int, values: [Float]) {
    self.rate = max(1, rate)
    self.width = max(1, width)
    self.values = values
  }

  package var rowCount: Int { values.count / width }

  /// A value of a row; what lies outside is as the nearest row.
  package func value(_ column: Int, row: Int) -> Double {
    guard rowCount > 0, column >= 0, column < width else { return 0 }
    return Double(values[max(0, min(rowCount - 1, row)) * width + column])
  }

  /// The value so many seconds into the song: between two rows by parts, outside the nearest one's.
  package func value(_ column: Int, at seconds: Double) -> Double {
    let place = position(of: seconds)
    let row = place.rounded(.down)
    let (before, after) = (value(column, row: Int(row)), value(column, row: Int(row) + 1))
    return before + (after - before) * (place - row)
  }

  /// How many rows lie before a point of time, from half a row before the first one's middle.
  package func position(of seconds: Double) -> Double {
    let place = seconds * Double(rate) - 0.5
    return place > 0 ? min(place, Double(max(0, rowCount - 1))) : 0
  }
}

/// What can be measured in a song.
package enum TraceRequest: Hashable, Sendable {
  /// How loud ranges of frequencies are, all equally wide in tones, from one frequency to another in hertz.
  case spectrum(bands: Int, from: Double, to: Double)
  /// The largest sample of each short stretch; 1 is the largest of the song.
  case peaks
  /// The sound itself, as one channel; the largest sample of the song is 1 or -1.
  case samples
}
