/// How many frames a second has, as an exact fraction.
public struct FrameRate: Hashable, Sendable {
  /// In lowest terms: so many frames in so many seconds.
  public let numerator: Int
  /// The seconds in which so many frames are.
  public let denominator: Int

  /// A fraction in lowest terms. What makes no rate (zero, negative) is kept as it was said, and
  /// refused by the compiler with the author's line.
  public init(_ numerator: Int, over denominator: Int = 1) {
    let divisor = FrameRate.commonDivisor(numerator, denominator)
    self.numerator = divisor > 0 ? numerator / divisor : numerator
    self.denominator = divisor > 0 ? denominator / divisor : denominator
  }

  /// 24.
  public static let film = FrameRate(24)
  /// 23.976, exactly 24000/1001.
  public static let ntscFilm = FrameRate(24000, over: 1001)
  /// 29.97, exactly 30000/1001.
  public static let ntsc = FrameRate(30000, over: 1001)
  /// 59.94, exactly 60000/1001.
  public static let ntscDouble = FrameRate(60000, over: 1001)

  package var isUsable: Bool {
    numerator > 0 && denominator > 0 && numerator <= 1000 * denominator
      && denominator <= 1000 * numerator && numerator <= 1_000_000 && denominator <= 1_000_000
  }

  package var perSecond: Double { Double(numerator) / Double(denominator) }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    guard first > 0, second > 0 else { return 0 }
    return second % first == 0 ? first : commonDivisor(second % first, first)
  }
}

extension FrameRate: ExpressibleByIntegerLiteral, CustomStringConvertible {
  /// Whole frames a second.
  public init(integerLiteral value: Int) { self.init(value) }
  /// `30`, or `30000/1001`.
  public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension FrameRate {
  /// The last frame that began at or before a time.
  package func frame(at time: Time) -> FrameIndex { FrameIndex(Int(clamping: frames(in: time, plus: 0))) }

  /// The frame boundary nearest to a time; a time half-way goes up.
  package func boundary(nearest time: Time) -> FrameIndex {
    FrameIndex(Int(clamping: frames(in: time, plus: 1)))
  }

  /// When a frame begins, to the tick: where frames don't last whole ticks, the first tick in it.
  package func start(of frame: FrameIndex) -> Time {
    let ticks = Int128(frame.value) * Int128(denominator) * Int128(Time.ticksPerSecond)
    let (whole, rest) = ticks.quotientAndRemainder(dividingBy: Int128(numerator))
    return Time(ticks: Int64(clamping: rest > 0 ? whole + 1 : whole))
  }

  private func frames(in time: Time, plus halves: Int128) -> Int128 {
    let unit = Int128(denominator) * Int128(Time.ticksPerSecond) * 2
    let doubled = Int128(time.ticks) * Int128(numerator) * 2 + halves * unit / 2
    return doubled >= 0 ? doubled / unit : -((-doubled + unit - 1) / unit)
  }
}
