import Media
package import Primitives

/// Reads a song from beginning to end, a spectrum at a time.
package enum SpectrogramReader {
  /// How many samples a spectrum is made of.
  static let stretch = 1024
  private static let hop = ListeningReader.sampleRate / Spectrogram.rate
  private static let pitchStretch = 4096

  /// Decodes a song once. Memory grows by what a `Spectrogram` keeps, not by samples.
  package static func read(_ path: String) throws(Problem) -> Spectrogram {
    var reader = try ListeningReader.open(path)
    var bands = try Spectrometer.open(size: stretch, bands: bandFilters)
    var pitches = try Spectrometer.open(size: pitchStretch, bands: pitchFilters)
    var spectrogram = Spectrogram(
      length: .zero, sampleRate: 0, channels: 0,
      loudness: Loudness(integrated: nil, range: nil, truePeak: nil))
    // The middle of the first stretch is the first sample.
    let margin = pitchStretch / 2
    var window = [Float](repeating: 0, count: margin)
    var (used, frame, total) = (0, 0, 0)

    func work(_ count: Int) {
      // `window[used]` lies `margin` samples before the frame's middle.
      while used + pitchStretch <= count {
        bands.levels(of: window, at: used + margin - stretch / 2, into: &spectrogram.levels)
        spectrogram.centroids.append(UInt16(max(0, min(12_000, bands.centroid * binWidth))))
        let (peak, power) = peakAndPower(of: window, at: used + margin - hop / 2, count: hop)
        spectrogram.peaks.append(UInt8(max(0, min(255, peak * 255))))
        spectrogram.powers.append(halfDecibels(power))
        if frame % Spectrogram.framesPerPitchFrame == 0 {
          pitches.levels(of: window, at: used, into: &spectrogram.pitches)
        }
        frame += 1
        used += hop
      }
    }

    while let piece = try reader.next() {
      window += piece
      total += piece.count
      work(window.count)
      if used > 1 << 16 {
        window.removeFirst(used)
        used = 0
      }
    }
    // The last frame's middle is the last one that lies in the song.
    window.append(contentsOf: repeatElement(0, count: margin))
    work(window.count)
    spectrogram.length = reader.length
    spectrogram.sampleRate = reader.sampleRate
    spectrogram.channels = reader.channelCount
    spectrogram.loudness = reader.loudness()
    return spectrogram
  }

  private static let binWidth = Float(ListeningReader.sampleRate) / Float(stretch)

  private static func halfDecibels(_ power: Float) -> UInt8 {
    guard power > 1e-12 else { return 0 }
    let level = 20 * ExactMath.log(Double(power)) / ExactMath.log(10) + 255
    return UInt8(max(0, min(255, level.rounded())))
  }

  /// Triangles that overlap by half.
  private static func filters(_ centers: [Double], bin: Double, from low: Double, to high: Double)
    -> [Spectrometer.Band]
  {
    let edges = [low] + centers + [high]
    return centers.indices.map { index in
      let (left, middle, right) = (edges[index] / bin, edges[index + 1] / bin, edges[index + 2] / bin)
      let first = Int(left.rounded(.down)) + 1
      let last = max(first, Int(right.rounded(.up)) - 1)
      let weights = (first...last).map { bin -> Float in
        let place = Double(bin)
        let slope =
          place <= middle
          ? (place - left) / max(1e-9, middle - left) : (right - place) / max(1e-9, right - middle)
        return Float(max(0, min(1, slope)))
      }
      // Where a band is narrower than a bin, the nearest bin is all it has.
      guard weights.contains(where: { $0 > 0.05 }) else {
        return Spectrometer.Band(first: Int(middle.rounded()), weights: [1])
      }
      return Spectrometer.Band(first: first, weights: weights)
    }
  }

  private static let bandFilters: [Spectrometer.Band] = {
    let bin = Double(ListeningReader.sampleRate) / Double(stretch)
    let centers = Spectrogram.frequencies
    return filters(centers, bin: bin, from: 0, to: centers[centers.count - 1] * Spectrogram.step)
  }()

  private static let pitchFilters: [Spectrometer.Band] = {
    let centers = (-1...Spectrogram.pitchCount).map { index in
      440 * ExactMath.power(2, Double(index + Spectrogram.lowestPitch - 69) / 12)
    }
    let bin = Double(ListeningReader.sampleRate) / Double(pitchStretch)
    return filters(
      Array(centers[1...Spectrogram.pitchCount]), bin: bin, from: centers[0],
      to: centers[Spectrogram.pitchCount + 1])
  }()
}
