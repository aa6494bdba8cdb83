/// How long something lasts: seconds, beats, bars and frames, added up.
///
/// A bare number is seconds. Beats and bars are those of the film's song.
public struct Length: Hashable, Sendable {
  package var time = Time.zero
  package var beats = 0.0
  package var bars = 0.0
  package var frames = 0
  /// Of the film's song, which may play faster than it was recorded.
  package var songTime = SongTime.zero
  /// Whether it hangs on something of the song that isn't there, which was reported; what comes of it can't be told.
  var isLost = false

  /// Seconds, beats, bars and frames each add up; what they come to is worked out in the film.
  public static func + (left: Length, right: Length) -> Length {
    Length(
      time: left.time + right.time, beats: left.beats + right.beats, bars: left.bars + right.bars,
      frames: left.frames.addingReportingOverflow(right.frames).partialValue,
      songTime: left.songTime + right.songTime, isLost: left.isLost || right.isLost)
  }

  /// So much shorter; what ends up below zero is earlier where it is added to a moment.
  public static func - (left: Length, right: Length) -> Length { left + right * -1 }

  /// So many times as long.
  public static func * (length: Length, factor: Double) -> Length {
    Length(
      time: length.time * factor, beats: length.beats * factor, bars: length.bars * factor,
      frames: Int(exactly: (Double(length.frames) * factor).rounded()) ?? 0,
      songTime: length.songTime * factor, isLost: length.isLost)
  }

  /// Its part, such as `.beats(4) / 3` for a triplet.
  public static func / (length: Length, divisor: Double) -> Length { length * (1 / divisor) }
}

extension Length: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// A bare number is seconds.
  public init(integerLiteral seconds: Int) { self.init(time: Time(seconds: Double(seconds))) }
  /// A bare number is seconds.
  public init(floatLiteral seconds: Double) { self.init(time: Time(seconds: seconds)) }
}
