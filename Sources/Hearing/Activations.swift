import Primitives

/// How much speaks for a beat, a downbeat and an onset, a hundred times a second: the logarithm of the odds,
/// 256 a unit.
struct Activations {
  static let unit = 256.0

  var beat: [Int16] = []
  var downbeat: [Int16] = []
  var onset: [Int16] = []

  var count: Int { beat.count }

  /// The frame nearest to a time, in seconds, of so many.
  static func frame(at time: Double, of count: Int) -> Int {
    max(0, min(count - 1, Int((time * Double(Spectrogram.rate)).rounded())))
  }

  static func probability(_ odds: Double) -> Double { 1 / (1 + ExactMath.exp(-odds)) }

  /// The largest value near a time, in seconds.
  static func peak(of values: [Int16], at time: Double, within reach: Int) -> Double {
    peak(of: values, near: frame(at: time, of: values.count), within: reach)
  }

  /// The largest value near a frame.
  static func peak(of values: [Int16], near frame: Int, within reach: Int) -> Double {
    var best = Int16.min
    for index in max(0, frame - reach)..<max(max(0, frame - reach), min(values.count, frame + reach + 1)) {
      best = max(best, values[index])
    }
    return Double(best) / unit
  }
}
