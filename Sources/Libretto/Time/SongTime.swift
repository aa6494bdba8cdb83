/// A time of a song, from its file's first sample, or a stretch of one; literals are seconds.
///
/// Another type than the film's `Time`, because a song may begin later than the film, and play faster than it
/// was recorded. Where a length of the film is asked for, it counts as long as it is heard.
public struct SongTime: Hashable, Sendable {
  package var time: Time

  package init(_ time: Time) { self.time = time }

  /// So many seconds of a song.
  public init(seconds: Double) { time = Time(seconds: seconds) }

  /// The first sample of the file.
  public static let zero = SongTime(.zero)
  /// So many seconds of a song.
  public static func seconds(_ seconds: Double) -> SongTime { SongTime(seconds: seconds) }

  /// As a number, for arithmetic.
  public var seconds: Double { time.seconds }
}

extension SongTime: LengthForm {
  /// As long in the film as the film's song takes for it.
  public var length: Length { Length(songTime: self) }
}

extension SongTime: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Seconds of the song.
  public init(floatLiteral seconds: Double) { self.init(seconds: seconds) }
  /// Seconds of the song.
  public init(integerLiteral seconds: Int) { self.init(seconds: Double(seconds)) }
}

extension SongTime: Comparable, AdditiveArithmetic {
  /// Whether it is earlier in the song, or shorter.
  public static func < (left: SongTime, right: SongTime) -> Bool { left.time < right.time }
  /// So much later, or longer.
  public static func + (left: SongTime, right: SongTime) -> SongTime { SongTime(left.time + right.time) }
  /// So much earlier, or what lies between two.
  public static func - (left: SongTime, right: SongTime) -> SongTime { SongTime(left.time - right.time) }
  /// So many times as long.
  public static func * (time: SongTime, factor: Double) -> SongTime { SongTime(time.time * factor) }
  /// A part of it.
  public static func / (time: SongTime, divisor: Double) -> SongTime { SongTime(time.time / divisor) }
  /// How many times one stretch goes into another.
  @_disfavoredOverload
  public static func / (time: SongTime, stretch: SongTime) -> Double { time.time / stretch.time }
}

extension SongTime: CustomStringConvertible {
  /// Seconds with three decimals: `12.500`.
  public var description: String { time.description }
}
