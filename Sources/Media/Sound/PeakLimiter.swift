internal import CEngine
internal import Primitives

/// Multiplies sound, and holds down what would then go beyond a true peak of −1 dB, between samples too.
///
/// It sees a peak 5 ms before it comes, bends down to it evenly, and lets go within 0.4 s. Whole numbers keep
/// its volume, so that it is the same wherever it began.
struct PeakLimiter {
  /// After so many samples, nothing before matters.
  static let memory = Int64(release + 4 * window)

  private static let window = 240
  /// How many samples to come it takes to know what is between two.
  private static let reach = 6
  private static let release = EncodedSound.sampleRate * 2 / 5
  /// −1 dB, less what a guess between samples may miss.
  private static let ceiling: Float = 0.88
  /// Full volume.
  private static let whole = 1 << 20

  private let gain: Float
  /// Samples that came and didn't go yet, and where the next one to go lies.
  private var held: [Float] = []
  /// The volume that each needs; one for every sample that is known well enough.
  private var needed: [Int] = []
  /// The least of what is needed in each window, let go slowly; the last `window` of them are averaged.
  private var volume = PeakLimiter.whole
  private var recent = [Int](repeating: PeakLimiter.whole, count: PeakLimiter.window)
  private var sum = PeakLimiter.whole * PeakLimiter.window
  private var turn = 0

  init(gain: Float) { self.gain = gain }

  /// Takes some samples, left and right by turns, and gives those that are done.
  mutating func limited(_ block: [Float]) -> [Float] {
    held += block.map { $0 * gain }
    return advanced()
  }

  /// The rest, once nothing more comes.
  mutating func rest() -> [Float] {
    let count = held.count
    held += [Float](repeating: 0, count: (PeakLimiter.window + PeakLimiter.reach + 1) * 2)
    let last = advanced()
    held = []
    return Array(last.prefix(count))
  }

  private mutating func advanced() -> [Float] {
    measure()
    let ready = max(0, needed.count - PeakLimiter.window)
    var result: [Float] = []
    result.reserveCapacity(ready * 2)
    var least = SlidingLeast(needed, window: PeakLimiter.window + 1)
    for index in 0..<ready {
      let step = PeakLimiter.whole / PeakLimiter.release
      volume = min(least.next(), min(PeakLimiter.whole, volume + step))
      sum += volume - recent[turn]
      recent[turn] = volume
      turn = (turn + 1) % PeakLimiter.window
      let factor = Float(sum) / Float(PeakLimiter.whole * PeakLimiter.window)
      result.append(held[index * 2] * factor)
      result.append(held[index * 2 + 1] * factor)
    }
    held.removeFirst(ready * 2)
    needed.removeFirst(ready)
    return result
  }

  /// Finds the volume at which each sample that is new, and what is between it and the next, stays below the
  /// ceiling. The C function is `libretto_true_peaks`.
  private mutating func measure() {
    let (first, count) = (needed.count, held.count / 2 - PeakLimiter.reach - needed.count)
    guard count > 0 else { return }
    let peaks = [Float](unsafeUninitializedCapacity: count) { buffer, written in
      guard let base = buffer.baseAddress else { return }
      libretto_true_peaks(held, Int32(held.count / 2), Int32(first), Int32(count), base)
      written = count
    }
    needed += peaks.map {
      $0 > PeakLimiter.ceiling
        ? Int(PeakLimiter.ceiling / $0 * Float(PeakLimiter.whole)) : PeakLimiter.whole
    }
  }
}

/// The least of each window of a list, from the first on.
private struct SlidingLeast {
  private let values: [Int]
  private let window: Int
  private var begin = 0
  /// Places of values that none after them undercuts, in order.
  private var places: [Int] = []
  private var head = 0
  private var seen = 0

  init(_ values: [Int], window: Int) {
    self.values = values
    self.window = window
  }

  mutating func next() -> Int {
    while seen < min(values.count, begin + window) {
      while places.count > head, let last = places.last, values[last] >= values[seen] {
        places.removeLast()
      }
      places.append(seen)
      seen += 1
    }
    while places[head] < begin { head += 1 }
    begin += 1
    return values[places[head]]
  }
}
