/// Tempo over time.
enum TempoCurve {
  /// The tempo at each beat, in beats a minute, smoothed over the beats around it.
  static func tempi(of beats: [Double]) -> [Double] {
    guard beats.count > 1 else { return [] }
    return beats.indices.map { index in
      let (from, to) = (max(0, index - 4), min(beats.count - 1, index + 4))
      return 60 * Double(to - from) / max(1e-3, beats[to] - beats[from])
    }
  }

  /// Where the tempo becomes another by a twentieth or more, and stays so for sixteen beats.
  static func changes(in beats: [Double]) -> [Rhythm.TempoChange] {
    guard beats.count > 24 else { return [] }
    var changes: [Rhythm.TempoChange] = []
    var current = tempo(beats, 0, 8)
    var index = 4
    while index + 16 < beats.count {
      let (first, second) = (tempo(beats, index, index + 8), tempo(beats, index + 8, index + 16))
      if abs(second / current - 1) > 0.05, abs(first / second - 1) < 0.02 {
        changes.append(Rhythm.TempoChange(time: beats[index], tempo: second))
        current = second
        index += 16
      } else {
        index += 1
      }
    }
    return changes
  }

  private static func tempo(_ beats: [Double], _ from: Int, _ to: Int) -> Double {
    60 * Double(to - from) / max(1e-3, beats[to] - beats[from])
  }
}
