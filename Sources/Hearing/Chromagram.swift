import Primitives

/// A chromagram: pitch classes over time, and the key they are in.
///
/// Takuya Fujishima, "Realtime Chord Recognition of Musical Sound: a System Using Common Lisp Music" (1999).
struct Chromagram {
  /// By frame of pitches: twelve numbers, from C, that add up to one where something sounds.
  let chroma: [Float]
  let frameCount: Int

  /// What is fainter is no tone: 77 dB below full scale, in half decibels.
  private static let faintest = 100

  init(_ spectrogram: Spectrogram) {
    let count = Spectrogram.pitchCount
    frameCount = spectrogram.pitchFrameCount
    var chroma = [Float](repeating: 0, count: frameCount * 12)
    for frame in 0..<frameCount {
      let row = frame * count
      var top = 0
      for pitch in 0..<count { top = max(top, Int(spectrogram.pitches[row + pitch])) }
      let floor = max(Chromagram.faintest, top - 50)
      var sum: Float = 0
      for pitch in 0..<count {
        let height = Int(spectrogram.pitches[row + pitch]) - floor
        guard height > 0 else { continue }
        // Only what rises above its neighbours is a tone.
        let below = pitch > 0 ? Int(spectrogram.pitches[row + pitch - 1]) : 0
        let above = pitch + 1 < count ? Int(spectrogram.pitches[row + pitch + 1]) : 0
        guard Int(spectrogram.pitches[row + pitch]) >= max(below, above) else { continue }
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

  /// Key profiles: how much each tone of a scale is used, from the tonic, in songs in major and minor.
  private static let major = [18.0, 0.5, 11, 1, 13, 9, 1, 17, 1, 9, 1.5, 7]
  private static let minor = [18.0, 1, 10, 12, 1, 9.5, 1, 16, 7, 2, 6, 4]

  /// The key whose profile correlates best with the song's tones, and how clearly: from 0 to 1.
  ///
  /// The algorithm of Krumhansl and Schmuckler: Carol L. Krumhansl, "Cognitive Foundations of Musical Pitch" (1990). The
  /// profiles are not those measured there, but suit songs.
  func key() -> (key: Key, confidence: Double)? {
    let mean = mean(0..<frameCount).map(Double.init)
    guard mean.contains(where: { $0 > 0 }) else { return nil }
    var best: (key: Key, score: Double)?
    var scores: [Double] = []
    for tonic in 0..<12 {
      for isMinor in [false, true] {
        let turned = (0..<12).map { mean[(tonic + $0) % 12] }
        let score = Chromagram.correlation(turned, isMinor ? Chromagram.minor : Chromagram.major)
        scores.append(score)
        if score > best?.score ?? -2 { best = (Key(tonic: tonic, isMinor: isMinor), score) }
      }
    }
    guard let best else { return nil }
    let second = scores.filter { $0 < best.score }.max() ?? 0
    let clarity = max(0, min(1, best.score * 0.6 + (best.score - second) * 3))
    return (best.key, clarity * Chromagram.tonality(of: mean))
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
