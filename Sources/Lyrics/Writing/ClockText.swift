internal import Primitives

/// Writes times, rounded to what a format can say.
enum ClockText {
  /// Digits after the point.
  enum Places: Int64 {
    case two = 100
    case three = 1000
  }

  /// To the nearest hundredth or thousandth.
  static func count(_ time: Time, _ places: Places) -> Int64 {
    let unit = Time.ticksPerSecond / places.rawValue
    return (min(max(time, .zero), ClockTime.furthest).ticks + unit / 2) / unit
  }

  /// `01:02.50`; minutes go on past 99.
  static func minutes(_ time: Time, _ places: Places) -> String {
    let (seconds, rest) = count(time, places).quotientAndRemainder(dividingBy: places.rawValue)
    return "\(padded(seconds / 60, 2)):\(padded(seconds % 60, 2)).\(padded(rest, places == .two ? 2 : 3))"
  }

  /// `01:02:03.500`.
  static func hours(_ time: Time, _ places: Places, mark: String = ".", digits: Int = 2) -> String {
    let (seconds, rest) = count(time, places).quotientAndRemainder(dividingBy: places.rawValue)
    let clock = [padded(seconds / 3600, digits), padded(seconds / 60 % 60, 2), padded(seconds % 60, 2)]
    return clock.joined(separator: ":") + mark + padded(rest, places == .two ? 2 : 3)
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
