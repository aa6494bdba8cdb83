import Media
package import Primitives

/// Measures a song at even distances from its beginning to its end.
///
/// Values are steps of 1/32767, so that those that were kept and those that were just measured are equal.
/// Memory is bounded: rows of long songs lie further apart.
package enum Tracing {
  /// How many values a trace has at most.
  private static let mostValues = 1 << 23

  package static func trace(
    _ request: TraceRequest, of path: String, lasting length: Time
  ) throws(Problem) -> (rate: Int, width: Int, steps: [Int16]) {
    let sampleCount = Int(clamping: length.samples(rate: ListeningReader.sampleRate))
    func nearest(_ candidates: [Int], width: Int = 1) -> Int {
      candidates.first { sampleCount / $0 * width <= mostValues } ?? candidates[candidates.count - 1]
    }
    let rate = ListeningReader.sampleRate
    switch request {
    case .spectrum(let bands, let from, let to):
      let hop = nearest([400, 800, 1200, 2400, 4800, 24_000], width: bands)
      return (rate / hop, bands, try SpectrumTrace.steps(of: path, bands, from: from, to: to, hop: hop))
    case .peaks:
      let hop = nearest([240, 2400])
      return (rate / hop, 1, try peaks(of: path, hop: hop))
    case .samples:
      let hop = nearest([2, 4, 8, 16, 32, 64])
      return (rate / hop, 1, try samples(of: path, hop: hop))
    }
  }

  private static func peaks(of path: String, hop: Int) throws(Problem) -> [Int16] {
    var peaks: [Float] = []
    try walk(path, window: hop, hop: hop) { samples, start in
      peaks.append(peakAndPower(of: samples, at: start, count: hop).peak)
    }
    return steps(peaks)
  }

  /// Means of so many samples each.
  private static func samples(of path: String, hop: Int) throws(Problem) -> [Int16] {
    var means: [Float] = []
    try walk(path, window: hop, hop: hop) { samples, start in
      var sum: Float = 0
      for index in start..<start + hop { sum += samples[index] }
      means.append(sum / Float(hop))
    }
    return steps(means)
  }

  /// As parts of the largest; what is nearly silence all along stays small.
  private static func steps(_ values: [Float]) -> [Int16] {
    var most: Float = 0.001
    for value in values { most = max(most, abs(value)) }
    return values.map { Int16(max(-1, min(1, $0 / most)) * 32_767) }
  }

  /// Hands over a window around the middle of each hop, the song between silence before and after.
  static func walk(
    _ path: String, window: Int, hop: Int, _ measure: (_ samples: [Float], _ start: Int) -> Void
  ) throws(Problem) {
    var reader = try ListeningReader.open(path)
    var samples = [Float](repeating: 0, count: (window - hop) / 2)
    var (used, total, row) = (0, 0, 0)
    func work() {
      while used + window <= samples.count, row * hop < total {
        measure(samples, used)
        used += hop
        row += 1
      }
    }
    while let piece = try reader.next() {
      samples += piece
      total += piece.count
      work()
      if used > 1 << 16 {
        samples.removeFirst(used)
        used = 0
      }
    }
    samples.append(contentsOf: repeatElement(0, count: window + hop))
    work()
  }
}
