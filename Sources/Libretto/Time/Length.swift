/// How long something lasts: seconds, beats, bars and frames, added up.
///
/// A bare number is seconds. Beats and bars are those of the film's song.
public struct Length: Hashable, Sendable {
  package var time = Time.zero
  package var beats = 0.0
  package var bars = 0.0
  package var frames = 0
  /// Of the film's song, which may play faster than it was recorded.
  package var songTime = Time.zero

  public static func seconds(_ seconds: Double) -> Length { Length(time: Time(seconds: seconds)) }
  public static func time(_ time: Time) -> Length { Length(time: time) }
  public static func beats(_ beats: Double) -> Length { Length(beats: beats) }
  public static func bars(_ bars: Double) -> Length { Length(bars: bars) }
  public static func frames(_ frames: Int) -> Length { Length(frames: frames) }

  public static func + (left: Length, right: Length) -> Length {
    Length(
      time: left.time + right.time, beats: left.beats + right.beats, bars: left.bars + right.bars,
      frames: left.frames.addingReportingOverflow(right.frames).partialValue,
      songTime: left.songTime + right.songTime)
  }

  public static func - (left: Length, right: Length) -> Length { left + right * -1 }

  public static func * (length: Length, factor: Double) -> Length {
    Length(
      time: length.time * factor, beats: length.beats * factor, bars: length.bars * factor,
      frames: Int(exactly: (Double(length.frames) * factor).rounded()) ?? 0,
      songTime: length.songTime * factor)
  }

  public static func / (length: Length, divisor: Double) -> Length { length * (1 / divisor) }
}

extension Length: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral seconds: Int) { self = .seconds(Double(seconds)) }
  public init(floatLiteral seconds: Double) { self = .seconds(seconds) }
}
