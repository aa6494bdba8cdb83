/// How a part sounds on the whole: the means of its bars' features.
struct SegmentFeatures {
  private let sound: [Double]
  private let chords: [Double]

  init(of part: Range<Int>, _ sounds: [[Double]], _ chords: [[Double]]) {
    self.sound = SegmentFeatures.mean(sounds[part])
    self.chords = SegmentFeatures.mean(chords[part])
  }

  private static func mean(_ rows: ArraySlice<[Double]>) -> [Double] {
    guard let first = rows.first else { return [] }
    return first.indices.map { column in rows.reduce(0) { $0 + $1[column] } / Double(rows.count) }
  }

  /// Usual deviations between two, with a little for other harmonies.
  func distance(to other: SegmentFeatures) -> Double {
    func square(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let timbre = square(sound, other.sound) / Double(max(1, sound.count))
    return (timbre + 4 * square(chords, other.chords)).squareRoot()
  }
}
