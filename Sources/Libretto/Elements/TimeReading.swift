import Primitives

/// A time that words on stage show while it runs: `Text(.time(of: song))`.
public struct TimeReading: Sendable {
  /// Seconds, while an element's own clock runs.
  let seconds: Animated<Double>
  let longest: Double

  /// How far a song is, or how much of it is left.
  public enum Side: Hashable, Sendable {
    /// What has been heard: `0:00` to `3:12`.
    case elapsed
    /// What is still to come: `-3:12` to `0:00`, as players write it.
    case remaining
  }

  /// Minutes and seconds of a song where it is heard: `1:07`, and `1:02:07` from an hour on.
  public static func time(of song: Song, _ side: Side = .elapsed) -> TimeReading {
    let (path, length) = (song.assetPath, song.length.seconds)
    return TimeReading(
      seconds: Animated(
        .derived { resolver in
          guard let clock = resolver.songClock(of: path) else { return nil }
          return .computed { time in
            let seconds = max(0, min(length, clock.seconds(at: time)))
            return side == .elapsed ? seconds : seconds - length
          }
        }), longest: side == .elapsed ? length : -length)
  }

  /// `1:07`; what is left, which is below zero, has a sign. Whole seconds that have passed count.
  static func words(_ seconds: Double) -> String {
    // What is a whole number of frames is a hair less or more in seconds.
    let whole = seconds < 0 ? (-seconds - 1e-6).rounded(.up) : (seconds + 1e-6).rounded(.down)
    let count = Int(max(0, min(1e9, whole)))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes, rest) = (count / 3600, count / 60 % 60, count % 60)
    let sign = seconds < 0 ? "-" : ""
    return sign + (hours > 0 ? "\(hours):\(two(minutes))" : "\(minutes)") + ":" + two(rest)
  }
}
