import Primitives

/// Pitch classes over time, and the key.
struct Harmony {
  /// By frame of pitches: twelve numbers, from C, that add up to one where something sounds.
  let chroma: [Float]
  let frameCount: Int

  /// What is fainter is no tone: 77 dB below full scale, in half decibels.
  private static let faintest = 100

  init(_ impression: Impression) {
    let count = Impression.pitchCount
    frameCount = impression.pitchFrameCount
    var chroma = [Float](repeating: 0, count: frameCount * 12)
    for frame in 0..<frameCount {
      let row = frame * count
      var top = 0
      for pitch in 0..<count { top = max(top, Int(impression.pitches[row + pitch])) }
      let floor = max(Harmony.faintest, top - 50)
      var sum: Float = 0
      for pitch in 0..<count {
        let height = Int(impression.pitches[row + pitch]) - floor
        guard height > 0 else { continue }
        // Only what rises above its neighbours is a tone.
        let below = pitch > 0 ? Int(impression.pitches[row + pitch - 1]) : 0
        let above = pitch + 1 < count ? Int(impression.pitches[row + pitch + 1]) : 0
        guard Int(impression.pitches[row + pitch]) >= max(below, above) else { continue }
        chroma[frame * 12 + pitch % 12] += Float(height)
        sum += Float(height)
      }
      if sum > 0 { for tone in 0..<12 { chroma[frame * 12 + tone] /= sum } }
    }
    self.chroma = chroma
  }

  /// The mean of a stretch of frames.
  func mean(_ frames: Range<Int>) -> [Float] {
    var mean = [Float](repeating: 0, count: 12)
    let inside = frames.clamped(to: 0..<frameCount)
    for frame in inside { for tone in 0..<12 { mean[tone] += chroma[frame * 12 + tone] } }
    let factor = 1 / Float(max(1, inside.count))
    return mean.map { $0 * factor }
  }

  /// How much each tone of a scale is used, from the tonic, in songs in major and minor.
  private static let major = [18.0, 0.5, 11, 1, 13, 9, 1, 17, 1, 9, 1.5, 7]
  private static let minor = [18.0, 1, 10, 12, 1, 9.5, 1, 16, 7, 2, 6, 4]

  /// The key whose tones the song has, and how clearly: from 0 to 1.
  func key() -> (key: Key, confidence: Double)? {
    let mean = mean(0..<frameCount).map(Double.init)
    guard mean.contains(where: { $0 > 0 }) else { return nil }
    var best: (key: Key, score: Double)?
    var scores: [Double] = []
    for tonic in 0..<12 {
      for isMinor in [false, true] {
        let turned = (0..<12).map { mean[(tonic + $0) % 12] }
        let score = Harmony.correlation(turned, isMinor ? Harmony.minor : Harmony.major)
        scores.append(score)
        if score > best?.score ?? -2 { best = (Key(tonic: tonic, isMinor: isMinor), score) }
      }
    }
    guard let best else { return nil }
    let second = scores.filter { $0 < best.score }.max() ?? 0
    let clarity = max(0, min(1, best.score * 0.6 + (best.score - second) * 3))
    return (best.key, clarity * Harmony.tonality(of: mean))
  }

  /// From 0 to 1, whether there are as many tones as a key has: one alone is in many keys, and noise has all.
  private static func tonality(of chroma: [Double]) -> Double {
    let (sum, squares) = chroma.reduce((0.0, 0.0)) { ($0.0 + $1, $0.1 + $1 * $1) }
    let tones = sum * sum / max(1e-18, squares)
    return max(0, min(1, min((tones - 1) / 2, (12 - tones) / 2)))
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let (meanA, meanB) = (a.reduce(0, +) / 12, b.reduce(0, +) / 12)
    var (product, squareA, squareB) = (0.0, 0.0, 0.0)
    for index in 0..<12 {
      product += (a[index] - meanA) * (b[index] - meanB)
      squareA += (a[index] - meanA) * (a[index] - meanA)
      squareB += (b[index] - meanB) * (b[index] - meanB)
    }
    return product / (squareA * squareB + 1e-18).squareRoot()
  }
}
