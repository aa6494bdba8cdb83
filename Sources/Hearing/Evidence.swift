/// What speaks for an onset, beat or downbeat, fifty times a second: the input of the network.
///
/// Per frame: the rise of each of 18 groups of bands in its first and in its second half, each group's level,
/// and how far the pitches after it differ from those before, over short and long, in all octaves and in the
/// lowest two.
package struct Evidence: Sendable {
  package static let rate = 50
  package static let width = 64
  static let groupCount = 18
  private static let bandsPerGroup = Impression.bandCount / groupCount
  /// What lies so much below the loud parts of a song counts as silence, in half decibels.
  private static let depth = 100

  /// By frame and input; 256 is one.
  package private(set) var values: [Int16]
  package var frameCount: Int { values.count / Evidence.width }

  /// How much all bands rise, by frame of the impression.
  package private(set) var flux: [Int32]
  /// The same by group.
  package private(set) var groupFlux: [UInt8]

  package init(_ impression: Impression) {
    let frames = impression.frameCount
    let (bands, groups) = (Impression.bandCount, Evidence.groupCount)
    let floor = Evidence.loudLevel(impression) - Evidence.depth
    flux = [Int32](repeating: 0, count: frames)
    groupFlux = [UInt8](repeating: 0, count: frames * groups)
    values = [Int16](repeating: 0, count: (frames + 1) / 2 * Evidence.width)
    // The heights of bands in a frame and in the two before it, by turns.
    var heights = [UInt8](repeating: 0, count: 3 * bands)
    for frame in 0..<frames {
      let row = frame % 3 * bands
      for band in 0..<bands {
        heights[row + band] = UInt8(max(0, Int(impression.levels[frame * bands + band]) - floor))
      }
      let before = max(0, frame - 2) % 3 * bands
      let (place, half) = (frame / 2 * Evidence.width, frame & 1)
      var total = 0
      for group in 0..<groups {
        var (rises, height) = (0, 0)
        for band in group * Evidence.bandsPerGroup..<(group + 1) * Evidence.bandsPerGroup {
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
      let power = Int(impression.powers[frame]) - 155
      values[place + 3 * groups + 4] += Int16(max(0, power) * 2)
    }
    addHarmony(impression)
  }

  /// The level that one cell in twenty exceeds, among those that are heard.
  private static func loudLevel(_ impression: Impression) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    for level in impression.levels { counts[Int(level)] += 1 }
    counts[0] = 0
    var rest = counts.reduce(0, +) / 20
    for level in (1..<256).reversed() {
      rest -= counts[level]
      if rest <= 0 { return max(depth / 2, level) }
    }
    return 255
  }

  /// How the mean of pitches after a frame exceeds that before, in four ways.
  private mutating func addHarmony(_ impression: Impression) {
    let (count, frames) = (Impression.pitchCount, impression.pitchFrameCount)
    guard frames > 0 else { return }
    // Sums up to each frame, so that means over any stretch are differences.
    var sums = [Int32](repeating: 0, count: (frames + 1) * count)
    for frame in 0..<frames {
      let row = frame * count
      var top = 0
      for pitch in 0..<count { top = max(top, Int(impression.pitches[row + pitch])) }
      let floor = max(40, top - 60)
      for pitch in 0..<count {
        let height = max(0, Int(impression.pitches[row + pitch]) - floor)
        sums[row + count + pitch] = sums[row + pitch] + Int32(height)
      }
    }
    let place = 3 * Evidence.groupCount
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
        for step in 0..<Impression.framesPerPitchFrame / 2 {
          let target = frame * Impression.framesPerPitchFrame / 2 + step
          guard target < frameCount else { continue }
          values[target * Evidence.width + place + offset] = Int16(min(2000, all))
          values[target * Evidence.width + place + 2 + offset] = Int16(min(2000, low * 2))
        }
      }
    }
  }
}

extension Evidence {
  /// The bands in which much rises around a frame.
  func bands(risingAt frame: Int) -> [Band] {
    let groups = Evidence.groupCount
    let perGroup = Impression.bandCount / groups
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
