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

  /// The same rising nearly at once, and falling to a third of the way within a time.
  package func falling(over length: Time) -> SoundTrace {
    let rows = max(0, min(3600, length.seconds)) * Double(rate)
    guard rows > 0 else { return self }
    let rise: Float = 0.7
    let fall = min(rise, Float(1 - ExactMath.exp(-1 / rows)))
    var values = values
    for index in values.indices.dropFirst(width) {
      let last = values[index - width]
      let step = values[index] - last
      values[index] = last + step * (step > 0 ? rise : fall)
    }
    return SoundTrace(rate: rate, width: width, values: values)
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
