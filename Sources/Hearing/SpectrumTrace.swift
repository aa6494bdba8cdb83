import Media
import Primitives

/// How loud ranges of frequencies are all along a song, 0 to 1.
///
/// 1 is what only a five-hundredth of all values exceeds, 0 is 48 dB less. Bands are equally wide in tones and
/// sum up their power, which lifts high ones by 3 dB an octave; music is even with half as much again.
enum SpectrumTrace {
  private static let window = 2048
  /// In half decibels.
  private static let span = 96
  private static let tilt = 3.0
  /// Below this the loudest isn't taken for loud: 60 dB under full scale.
  private static let quietest = 116

  static func steps(
    of path: String, _ count: Int, from low: Double, to high: Double, hop: Int
  ) throws(Problem) -> [Int16] {
    let (bands, lifts) = filters(count, from: low, to: high)
    var spectrometer = try Spectrometer.open(size: window, bands: bands)
    var levels: [UInt8] = []
    try Tracing.walk(path, window: window, hop: hop) { samples, start in
      spectrometer.levels(of: samples, at: start, into: &levels)
    }
    var histogram = [Int](repeating: 0, count: 512)
    for index in levels.indices { histogram[Int(levels[index]) + lifts[index % count]] += 1 }
    let top = max(quietest, loudest(of: histogram, exceptFor: levels.count / 500))
    let table = histogram.indices.map { level in
      Int16(max(0, min(32_767, (level - top + span) * 32_767 / span)))
    }
    return levels.indices.map { levels[$0] == 0 ? 0 : table[Int(levels[$0]) + lifts[$0 % count]] }
  }

  private static func loudest(of histogram: [Int], exceptFor rest: Int) -> Int {
    var above = 0
    for level in histogram.indices.reversed() {
      above += histogram[level]
      if above > rest { return level }
    }
    return 0
  }

  /// Triangles that overlap by half, and by how much each is lifted; those narrower than a bin lie between two.
  private static func filters(
    _ count: Int, from low: Double, to high: Double
  ) -> (bands: [Spectrometer.Band], lifts: [Int]) {
    let bin = Double(ListeningReader.sampleRate) / Double(window)
    let ratio = high / low
    func place(_ index: Double) -> Double { low * ExactMath.power(ratio, index / Double(count)) }
    let bands = (0..<count).map { index -> Spectrometer.Band in
      let middle = place(Double(index) + 0.5) / bin
      let (left, right) = (place(Double(index) - 0.5) / bin, place(Double(index) + 1.5) / bin)
      let width = (right - left) / 2
      guard width > 1 else {
        let below = middle.rounded(.down)
        return Spectrometer.Band(
          first: Int(below),
          weights: [Float((1 - middle + below) * width), Float((middle - below) * width)])
      }
      let first = Int(left.rounded(.down)) + 1
      let last = max(first, Int(right.rounded(.up)) - 1)
      return Spectrometer.Band(
        first: first,
        weights: (first...last).map { bin in
          let spot = Double(bin)
          return Float(
            max(0, spot <= middle ? (spot - left) / (middle - left) : (right - spot) / (right - middle)))
        })
    }
    let octave = ExactMath.log(2)
    let lifts = (0..<count).map { index in
      Int((tilt * max(0, ExactMath.log(place(Double(index) + 0.5) / 20) / octave)).rounded())
    }
    return (bands, lifts)
  }
}
