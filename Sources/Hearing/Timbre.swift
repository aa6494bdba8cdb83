import Primitives

/// The color of sound over time.
package struct Timbre: Hashable, Codable, Sendable {
  /// How many values a second has.
  package static let rate = 2
  private static let framesPerValue = Spectrogram.rate / rate
  private static let coefficients = 13

  /// The centre of the spectrum, in Hz.
  package private(set) var centroid: [Double] = []
  /// Thirteen cepstral coefficients (MFCC) of the bands' levels, in decibels; the bands are as wide as tones, not mels.
  package private(set) var mfcc: [[Double]] = []
  /// Twelve shares, from C, which add up to one where something sounds.
  package private(set) var chroma: [[Double]] = []

  init(_ spectrogram: Spectrogram, _ chromagram: Chromagram) {
    let bands = Spectrogram.bandCount
    let table = (0..<Timbre.coefficients).map { order in
      (0..<bands).map { band in
        ExactMath.cos(.pi * Double(order) * (Double(band) + 0.5) / Double(bands)) / Double(bands)
      }
    }
    for start in stride(from: 0, to: spectrogram.frameCount, by: Timbre.framesPerValue) {
      let end = min(spectrogram.frameCount, start + Timbre.framesPerValue)
      var sums = [Int](repeating: 0, count: bands)
      var centroids = 0
      for frame in start..<end {
        for band in 0..<bands { sums[band] += Int(spectrogram.levels[frame * bands + band]) }
        centroids += Int(spectrogram.centroids[frame])
      }
      let count = Double(end - start)
      centroid.append(Double(centroids) / count)
      mfcc.append(
        table.map { row in
          var sum = 0.0
          for band in 0..<bands { sum += row[band] * Double(sums[band]) }
          return sum / count / 2
        })
      let perPitch = Spectrogram.framesPerPitchFrame
      chroma.append(
        chromagram.mean(start / perPitch..<max(start / perPitch + 1, end / perPitch)).map(Double.init))
    }
  }
}
