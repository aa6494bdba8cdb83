/// Bar-synchronous features: how each bar sounds, or each two seconds where bars can't be trusted. Sections are made of them.
struct BarFeatures {
  /// Where blocks begin, in seconds, and where the last one ends.
  let edges: [Double]
  /// By block: how it sounds.
  let sounds: [[Double]]
  /// By block: its pitch classes.
  let chords: [[Double]]
  /// By block: the mean level of all groups of bands, in decibels.
  let levels: [Double]
  /// By block: the same of the lowest groups.
  let basses: [Double]
  /// By block: how hard the kick drum is struck on each of its beats; nothing where blocks aren't bars.
  let kicks: [[Double]]
  let areBars: Bool
  /// Whether a machine keeps time.
  let isSteady: Bool

  var count: Int { sounds.count }
}

extension BarFeatures {
  init(
    _ spectrogram: Spectrogram, _ features: SpectralFeatures, _ chromagram: Chromagram, rhythm: Rhythm,
    sounding: Range<Int>
  ) {
    let (start, end) = (Spectrogram.seconds(sounding.lowerBound), Spectrogram.seconds(sounding.upperBound))
    areBars = rhythm.beatConfidence > 0.25 && rhythm.downbeats.count > 3
    var edges = [start]
    if areBars {
      let bars = rhythm.downbeatTimes.filter { $0 > start + 0.4 && $0 < end - 0.4 }
      if let first = rhythm.downbeatTimes.first, abs(first - start) <= 0.4 { edges = [first] }
      edges += bars.filter { $0 > edges[0] }
    } else {
      var time = start + 2
      while time < end - 1 {
        edges.append(time)
        time += 2
      }
    }
    if end > edges[edges.count - 1] { edges.append(end) }
    // What dies away after the last bar belongs to it.
    if areBars, edges.count > 4,
      end - edges[edges.count - 2] < 1.25 * (edges[edges.count - 2] - edges[edges.count - 3])
    {
      edges.remove(at: edges.count - 2)
    }
    self.edges = edges
    var (sounds, chords, levels, basses): ([[Double]], [[Double]], [Double], [Double]) = ([], [], [], [])
    let groups = SpectralFeatures.groupCount
    for (from, to) in zip(edges, edges.dropFirst()) {
      let first = max(0, min(spectrogram.frameCount - 1, Int(from * Double(Spectrogram.rate))))
      let last = max(first + 1, min(spectrogram.frameCount, Int(to * Double(Spectrogram.rate))))
      var sums = [Int](repeating: 0, count: groups)
      var rises = [Int](repeating: 0, count: groups)
      for frame in first..<last {
        let row = frame / 2 * SpectralFeatures.width + 2 * groups
        for group in 0..<groups {
          sums[group] += Int(features.values[row + group])
          rises[group] += Int(features.groupFlux[frame * groups + group])
        }
      }
      let count = Double(last - first)
      // Four bands' half decibels summed over a frame's halves become a mean in decibels.
      let heights = sums.map { Double($0) / count / 8 }
      sounds.append(heights + rises.map { min(40, Double($0) / count) })
      levels.append(heights.reduce(0, +) / Double(groups))
      basses.append(heights[0..<3].reduce(0, +) / 3)
      let perPitch = Spectrogram.framesPerPitchFrame
      chords.append(
        chromagram.mean(first / perPitch..<max(first / perPitch + 1, last / perPitch)).map(Double.init))
    }
    self.sounds = sounds
    self.chords = chords
    self.levels = levels
    self.basses = basses
    isSteady = rhythm.isSteady
    kicks = zip(edges, edges.dropFirst()).map { [areBars] from, to in
      guard areBars else { return [] }
      return rhythm.beats.filter { $0 > from - 0.05 && $0 < to - 0.05 }.map(features.kick)
    }
  }
}
