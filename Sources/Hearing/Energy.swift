/// How loud a song is over time, from 0 to 1: 1 is where it is loudest, 0 is 40 dB less.
package struct Energy: Hashable, Codable, Sendable {
  /// How many values a second has.
  package static let rate = 10
  private static let framesPerValue = Spectrogram.rate / rate
  private static let span = 80.0

  package private(set) var all: [Double]
  private var byBand: [[Double]]

  package subscript(band: Band) -> [Double] { byBand[Band.allCases.firstIndex(of: band) ?? 0] }

  init(_ spectrogram: Spectrogram) {
    all = Energy.curve(spectrogram.powers.map(Int.init))
    let ranges = Band.allCases.map(\.bands)
    var tops = [[Int]](repeating: [], count: ranges.count)
    for index in tops.indices { tops[index].reserveCapacity(spectrogram.frameCount) }
    for frame in 0..<spectrogram.frameCount {
      let row = frame * Spectrogram.bandCount
      for (index, range) in ranges.enumerated() {
        // The strongest bands decide; a mean of decibels would be that of the silent ones.
        var top = 0
        for band in range { top = max(top, Int(spectrogram.levels[row + band])) }
        tops[index].append(top)
      }
    }
    byBand = tops.map(Energy.curve)
  }

  private static func curve(_ levels: [Int]) -> [Double] {
    let sorted = levels.sorted()
    let loud = sorted.isEmpty ? 0 : sorted[(sorted.count - 1) * 97 / 100]
    let floor = Double(max(Int(span), loud)) - span
    return stride(from: 0, to: levels.count, by: framesPerValue).map { start in
      let part = levels[start..<min(levels.count, start + framesPerValue)]
      let mean = Double(part.reduce(0, +)) / Double(part.count)
      return max(0, min(1, (mean - floor) / span))
    }
  }

  /// The mean of a stretch of time in seconds.
  package static func mean(_ curve: [Double], _ start: Double, _ end: Double) -> Double {
    let from = max(0, min(curve.count, Int(start * Double(rate))))
    let to = max(from, min(curve.count, Int((end * Double(rate)).rounded(.up))))
    guard from < to else { return 0 }
    return curve[from..<to].reduce(0, +) / Double(to - from)
  }
}
