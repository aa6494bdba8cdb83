/// How far it is from beat to beat.
enum InterBeatIntervals {
  /// From each beat to the next, the shortest first.
  private static func sorted(of beats: [Double]) -> [Double] {
    zip(beats.dropFirst(), beats).map { $0 - $1 }.sorted()
  }

  /// The one in the middle of them; zero where there is none.
  static func median(of beats: [Double]) -> Double {
    let intervals = sorted(of: beats)
    return intervals.isEmpty ? 0 : intervals[intervals.count / 2]
  }

  /// The mean of them; zero where there is none.
  static func mean(of beats: [Double]) -> Double {
    beats.count > 1 ? (beats[beats.count - 1] - beats[0]) / Double(beats.count - 1) : 0
  }
}
