/// The input of the network, fifty times a second: spectral flux, levels, and how far the harmony changes.
///
/// The flux is SuperFlux: each band is compared with the highest of its neighbours before, so that vibrato isn't a rise. Sebastian
/// Böck and Gerhard Widmer, "Maximum Filter Vibrato Suppression for Onset Detection" (2013).
///
/// Per frame: the rise of each of 18 groups of bands in its first and in its second half, each group's level,
/// and how far the pitches after it differ from those before, over short and long, in all octaves and in the
/// lowest two.
package struct SpectralFeatures: Sendable {
  package static let rate = 50
  package static let width = 64
  static let groupCount = 18
  private static let bandsPerGroup = Spectrogram.bandCount / groupCount
  /// What lies so much below the loud parts of a song counts as silence, in half decibels.
  private static let depth = 100

  /// By frame and input; 256 is one.
  package private(set) var values: [Int16]
  package var frameCount: Int { values.count / SpectralFeatures.width }

  /// How much all bands rise, by frame of the spectrogram.
  package private(set) var flux: [Int32]
  /// The same by group.
  package private(set) var groupFlux: [UInt8]

  package init(_ spectrogram: Spectrogram) {
    let frames = spectrogram.frameCount
    let (bands, groups) = (Spectrogram.bandCount, SpectralFeatures.groupCount)
    let floor = SpectralFeatures.loudLevel(spectrogram) - SpectralFeatures.depth
    flux = [Int32](repeating: 0, count: frames)
    groupFlux = [UInt8](repeating: 0, count: frames * groups)
    values = [Int16](repeating: 0, count: (frames + 1) / 2 * SpectralFeatures.width)
    // The heights of bands in a frame and in the two before it, by turns.
    var heights = [UInt8](repeating: 0, count: 3 * bands)
    for frame in 0..<frames {
      let row = frame % 3 * bands
      for band in 0..<bands {
        heights[row + band] = UInt8(max(0, Int(spectrogram.levels[frame * bands + band]) - floor))
      }
      let before = max(0, frame - 2) % 3 * bands
      let (place, half) = (frame / 2 * SpectralFeatures.width, frame & 1)
      var total = 0
      for group in 0..<groups {
        var (rises, height) = (0, 0)
        for band in group * SpectralFeatures.bandsPerGroup..<(group + 1) * SpectralFeatures.bandsPerGroup {
          // Compared with the highest of three neighbours, so that vibrato isn't a rise.
          let middle = heights[before + band]
          let low = band > 0 ? heights[before + band - 1] : middle
          let high = band + 1 < bands ? heights[before + band + 1] : middle
          let rise = Int(heights[row + band]) - Int(max(middle, max(low, high)))
          if rise > 0 { rises += rise }
          height += Int(heights[row + band])
        }
        groupFlux[frame * groups + group] = UInt8(min(255, rises))
        total += rises
        values[place + half * groups + group] = Int16(min(255, rises)) * 4
        values[place + 2 * groups + group] += Int16(height / 2)
      }
      flux[frame] = Int32(total)
      let power = Int(spectrogram.powers[frame]) - 155
      values[place + 3 * groups + 4] += Int16(max(0, power) * 2)
    }
    addHarmonicChange(spectrogram)
  }

  /// The level that one cell in twenty exceeds, among those that are heard.
  private static func loudLevel(_ spectrogram: Spectrogram) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    for level in spectrogram.levels { counts[Int(level)] += 1 }
    counts[0] = 0
    var rest = counts.reduce(0, +) / 20
    for level in (1..<256).reversed() {
      rest -= counts[level]
      if rest <= 0 { return max(depth / 2, level) }
    }
    return 255
  }

  /// How the mean of pitches after a frame exceeds that before, in four ways.
  private mutating func addHarmonicChange(_ spectrogram: Spectrogram) {
    let (count, frames) = (Spectrogram.pitchCount, spectrogram.pitchFrameCount)
    guard frames > 0 else { return }
    // Sums up to each frame, so that means over any stretch are differences.
    var sums = [Int32](repeating: 0, count: (frames + 1) * count)
    for frame in 0..<frames {
      let row = frame * count
      var top = 0
      for pitch in 0..<count { top = max(top, Int(spectrogram.pitches[row + pitch])) }
      let floor = max(40, top - 60)
      for pitch in 0..<count {
        let height = max(0, Int(spectrogram.pitches[row + pitch]) - floor)
        sums[row + count + pitch] = sums[row + pitch] + Int32(height)
      }
    }
    let place = 3 * SpectralFeatures.groupCount
    for (offset, reach) in [4, 12].enumerated() {
      for frame in 0..<frames {
        let (from, to) = (max(0, frame - reach), min(frames, frame + reach))
        guard frame - from > 0, to - frame > 0 else { continue }
        var (all, low) = (0, 0)
        for pitch in 0..<count {
          let middle = sums[frame * count + pitch]
          let after = Int(sums[to * count + pitch] - middle) / (to - frame)
          let before = Int(middle - sums[from * count + pitch]) / (frame - from)
          if after > before {
            all += after - before
            if pitch < 24 { low += after - before }
          }
        }
        for step in 0..<Spectrogram.framesPerPitchFrame / 2 {
          let target = frame * Spectrogram.framesPerPitchFrame / 2 + step
          guard target < frameCount else { continue }
          values[target * SpectralFeatures.width + place + offset] = Int16(min(2000, all))
          values[target * SpectralFeatures.width + place + 2 + offset] = Int16(min(2000, low * 2))
        }
      }
    }
  }
}

extension SpectralFeatures {
  /// The level of each group of bands at a frame.
  func levels(at frame: Int) -> [Int16] {
    let row = frame * SpectralFeatures.width + 2 * SpectralFeatures.groupCount
    return Array(values[row..<row + SpectralFeatures.groupCount])
  }

  /// The mean level of each group of bands between two times, in seconds.
  func levels(from start: Double, to end: Double) -> [Float] {
    var means = [Float](repeating: 0, count: SpectralFeatures.groupCount)
    guard frameCount > 0 else { return means }
    let first = max(0, min(frameCount - 1, Int(start * Double(SpectralFeatures.rate))))
    let last = max(first + 1, min(frameCount, Int(end * Double(SpectralFeatures.rate))))
    for frame in first..<last {
      let row = frame * SpectralFeatures.width + 2 * SpectralFeatures.groupCount
      for group in means.indices { means[group] += Float(values[row + group]) }
    }
    return means.map { $0 / Float(last - first) }
  }

  /// How much the lowest group of bands rises at a time, in seconds, or next to it: whether a kick drum is struck.
  func kick(at time: Double) -> Double {
    let frame = Int((time * Double(Spectrogram.rate)).rounded())
    var most = 0
    for near in max(0, frame - 3)..<max(0, min(flux.count, frame + 4)) {
      most = max(most, Int(groupFlux[near * SpectralFeatures.groupCount]))
    }
    return Double(most)
  }

  /// The bands in which much rises around a frame.
  func bands(risingAt frame: Int) -> [Band] {
    let groups = SpectralFeatures.groupCount
    let perGroup = Spectrogram.bandCount / groups
    return Band.allCases.filter { band in
      var most = 0
      for near in max(0, frame - 1)...min(flux.count - 1, frame + 2) {
        for group in 0..<groups where band.bands.contains(group * perGroup + perGroup / 2) {
          most = max(most, Int(groupFlux[near * groups + group]))
        }
      }
      return most >= 48
    }
  }
}
