/// Where nothing is heard.
enum Silence {
  /// Less than this is silence, in half decibels of `Spectrogram.powers`: 60 dB below full scale.
  private static let absolute = 135
  /// And so is what lies so much below the loud parts: 55 dB.
  private static let relative = 110

  static func level(of spectrogram: Spectrogram) -> Int {
    let sorted = spectrogram.powers.sorted()
    let loud = sorted.isEmpty ? 0 : Int(sorted[(sorted.count - 1) * 95 / 100])
    return max(absolute - 30, min(absolute, loud - 60), loud - relative)
  }

  /// From the first frame that is heard to behind the last one.
  static func sounding(_ spectrogram: Spectrogram) -> Range<Int> {
    let level = level(of: spectrogram)
    guard let first = spectrogram.powers.firstIndex(where: { Int($0) > level }),
      let last = spectrogram.powers.lastIndex(where: { Int($0) > level })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// Stretches of a third of a second or more, in frames.
  static func stretches(_ spectrogram: Spectrogram) -> [Range<Int>] {
    let level = level(of: spectrogram)
    var found: [Range<Int>] = []
    var start: Int?
    for frame in 0...spectrogram.frameCount {
      let isSilent = frame < spectrogram.frameCount && Int(spectrogram.powers[frame]) <= level
      if isSilent, start == nil { start = frame }
      if !isSilent, let from = start {
        if frame - from >= Spectrogram.rate / 3 { found.append(from..<frame) }
        start = nil
      }
    }
    return found
  }

  /// The odds of onsets with what silence says: nothing begins while it lasts, and what breaks it at once begins.
  static func heeded(by odds: [Int16], in spectrogram: Spectrogram) -> [Int16] {
    let sounding = sounding(spectrogram)
    let level = level(of: spectrogram)
    var heeded = odds
    for silence in [0..<sounding.lowerBound] + stretches(spectrogram) + [sounding.upperBound..<odds.count]
    where silence.lowerBound < silence.upperBound {
      let silence = silence.clamped(to: odds.indices)
      for frame in silence { heeded[frame] = .min }
      let start = silence.upperBound
      guard start < min(odds.count, sounding.upperBound) else { continue }
      // What begins may seem to begin a little sooner, since what is heard has a length.
      var best = odds[max(silence.lowerBound, start - reach)...start].max() ?? .min
      let loudest = spectrogram.powers[start..<min(start + reach, spectrogram.frameCount)].max() ?? 0
      if Int(loudest) > level + abrupt { best = max(best, certain) }
      heeded[start] = max(heeded[start], best)
    }
    return heeded
  }

  /// So many frames around the end of a silence belong to one beginning.
  private static let reach = 3
  /// What rises so much above silence at once isn't faded in: 15 dB.
  private static let abrupt = 30
  /// The odds of what is all but certain.
  private static let certain = Int16(2.5 * Activations.unit)
}
