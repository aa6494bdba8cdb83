/// A moment or a stretch of time, exact.
///
/// Counted in ticks of 1/705,600,000 s, which divide every usual frame rate (23.976 to 120) and
/// sample rate (8 to 192 kHz). Literals are seconds. Arithmetic saturates instead of trapping.
public struct Time: Hashable, Sendable {
  /// How many ticks a second has.
  public static let ticksPerSecond: Int64 = 705_600_000
  /// Where a clock begins.
  public static let zero = Time(ticks: 0)

  /// Whole ticks, below zero for what is earlier.
  public var ticks: Int64

  /// Exactly so many ticks.
  public init(ticks: Int64) { self.ticks = ticks }

  /// The tick nearest to so many seconds; what is no number counts as zero.
  public init(seconds: Double) {
    let ticks = (seconds * Double(Time.ticksPerSecond)).rounded()
    if ticks.isNaN {
      self.ticks = 0
    } else {
      self.ticks = Int64(max(-Time.furthest, min(Time.furthest, ticks)))
    }
  }

  /// So many samples at a rate, to the tick where the rate divides a second.
  public init(samples: Int64, rate: Int) {
    let ticks = Int128(samples) * Int128(Time.ticksPerSecond) / Int128(max(1, rate))
    self.ticks = Int64(clamping: ticks)
  }

  /// The tick nearest to so many seconds.
  public static func seconds(_ seconds: Double) -> Time { Time(seconds: seconds) }

  /// As a number, rounded where that can't hold it.
  public var seconds: Double { Double(ticks) / Double(Time.ticksPerSecond) }

  /// How many samples of a rate fit, to the nearest one; half a sample goes up.
  package func samples(rate: Int) -> Int64 {
    let second = Int128(Time.ticksPerSecond)
    let doubled = Int128(ticks) * Int128(rate) * 2 + second
    let (whole, rest) = doubled.quotientAndRemainder(dividingBy: second * 2)
    return Int64(clamping: rest < 0 ? whole - 1 : whole)
  }

  private static let furthest = 4e18
}

extension Time: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A bare number is seconds.
  public init(floatLiteral seconds: Double) { self.init(seconds: seconds) }
  /// A bare number is seconds.
  public init(integerLiteral seconds: Int) { self.init(seconds: Double(seconds)) }
}

extension Time: Comparable, AdditiveArithmetic {
  /// Whether it is earlier, or shorter.
  public static func < (left: Time, right: Time) -> Bool { left.ticks < right.ticks }

  /// Exact; what no time can hold is the longest there is.
  public static func + (left: Time, right: Time) -> Time {
    let (sum, overflow) = left.ticks.addingReportingOverflow(right.ticks)
    return Time(ticks: overflow ? (right.ticks > 0 ? .max : .min) : sum)
  }

  /// Exact; what no time can hold is the longest there is, either way.
  public static func - (left: Time, right: Time) -> Time {
    let (difference, overflow) = left.ticks.subtractingReportingOverflow(right.ticks)
    return Time(ticks: overflow ? (right.ticks < 0 ? .max : .min) : difference)
  }

  /// So many times as long, to the nearest tick.
  public static func * (time: Time, factor: Double) -> Time { Time(seconds: time.seconds * factor) }
  /// A part of it, to the nearest tick.
  public static func / (time: Time, divisor: Double) -> Time { Time(seconds: time.seconds / divisor) }

  /// How many times one stretch goes into another.
  @_disfavoredOverload
  public static func / (time: Time, stretch: Time) -> Double { Double(time.ticks) / Double(stretch.ticks) }
}

extension Time: CustomStringConvertible {
  /// Seconds with three decimals: `12.500`.
  public var description: String {
    let doubled = Int128(ticks.magnitude) * 2000 / Int128(Time.ticksPerSecond)
    let milliseconds = (doubled + 1) / 2
    let fraction = String(Int(milliseconds % 1000))
    let padding = String(repeating: "0", count: 3 - fraction.count)
    return "\(ticks < 0 && milliseconds > 0 ? "-" : "")\(milliseconds / 1000).\(padding)\(fraction)"
  }
}
