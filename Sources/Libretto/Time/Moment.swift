/// A point of time: of the container's clock, of the song, or of the film.
///
/// A bare number is seconds from where the container begins. In an animation the element itself is the
/// container.
public struct Moment: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case start
    case end
    case song(Time)
    /// Counted from 1, as musicians do.
    case beat(Double)
    case bar(Double)
    case film(Time)
  }

  package var origin: Origin
  package var shift = Length()

  /// Where the container begins.
  public static let start = Moment(origin: .start)
  /// Where the container ends.
  public static let end = Moment(origin: .end)
  public static func seconds(_ seconds: Double) -> Moment {
    Moment(origin: .start, shift: .seconds(seconds))
  }
  /// A beat of the film's song; the first beat of the first bar is 1.
  public static func beat(_ number: Double) -> Moment { Moment(origin: .beat(number)) }
  /// Where a bar of the film's song begins; the first is 1.
  public static func bar(_ number: Double) -> Moment { Moment(origin: .bar(number)) }
  public static func frame(_ number: Int) -> Moment { Moment(origin: .start, shift: .frames(number)) }
  /// So long after the container begins.
  public static func after(_ length: Length) -> Moment { Moment(origin: .start, shift: length) }

  public static func + (moment: Moment, length: Length) -> Moment {
    Moment(origin: moment.origin, shift: moment.shift + length)
  }

  public static func - (moment: Moment, length: Length) -> Moment { moment + length * -1 }
}

extension Moment: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral seconds: Int) { self = .seconds(Double(seconds)) }
  public init(floatLiteral seconds: Double) { self = .seconds(seconds) }
}
