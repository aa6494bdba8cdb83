/// A point of time: of the container's clock, of the song, or of the film.
///
/// A bare number is seconds from where the container begins. In an animation the element itself is the
/// container.
public struct Moment: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case start
    case end
    case song(SongTime)
    /// Counted from 1, as musicians do.
    case beat(Double)
    case bar(Double)
    case film(Time)
  }

  package var origin: Origin
  package var shift = Length()

  /// One that was asked for and isn't there.
  static let lost = Moment(origin: .end, shift: Length(isLost: true))

  /// Whether it is where the song is.
  var isOfSong: Bool {
    switch origin {
    case .song, .beat, .bar: true
    case .start, .end, .film: false
    }
  }

  /// So much later.
  public static func + (moment: Moment, length: Length) -> Moment {
    Moment(origin: moment.origin, shift: moment.shift + length)
  }

  /// So much earlier.
  public static func - (moment: Moment, length: Length) -> Moment { moment + length * -1 }

  /// Later by any length: `song.bar(9).start + .beats(1)`.
  @_disfavoredOverload
  public static func + (moment: Moment, length: some LengthForm) -> Moment { moment + length.length }

  /// Earlier by any length: `.end - 2`.
  @_disfavoredOverload
  public static func - (moment: Moment, length: some LengthForm) -> Moment { moment - length.length }
}

extension Moment: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Seconds after the container begins.
  public init(integerLiteral seconds: Int) {
    self.init(origin: .start, shift: Length(integerLiteral: seconds))
  }
  /// Seconds after the container begins.
  public init(floatLiteral seconds: Double) {
    self.init(origin: .start, shift: Length(floatLiteral: seconds))
  }
}
