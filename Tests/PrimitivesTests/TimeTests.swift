import Primitives
import Testing

@Suite("Time")
struct TimeTests {
  @Test(
    "divides a second of every usual rate without a rest",
    arguments: [
      (24000, 1001), (24, 1), (25, 1), (30000, 1001), (30, 1), (48, 1), (50, 1), (60000, 1001), (60, 1),
      (90, 1), (100, 1), (120_000, 1001), (120, 1), (8000, 1), (11025, 1), (16000, 1), (22050, 1),
      (32000, 1), (44100, 1), (48000, 1), (88200, 1), (96000, 1), (192_000, 1),
    ])
  func isExact(numerator: Int64, denominator: Int64) {
    #expect(Time.ticksPerSecond * denominator % numerator == 0)
  }

  @Test("counts samples there and back", arguments: [8000, 11025, 22050, 44100, 48000, 96000, 192_000])
  func roundTripsSamples(rate: Int) {
    let lost = (Int64(-2000)...2000).map { $0 * 7919 }.filter {
      Time(samples: $0, rate: rate).samples(rate: rate) != $0
    }
    #expect(lost.prefix(3) == [])
  }

  @Test(
    "rounds to the nearest sample, half-way up",
    arguments: [(0.49, 0), (0.5, 1), (0.7, 1), (-0.3, 0), (-0.5, 0), (-0.7, -1), (-1.2, -1), (-1.7, -2)]
      as [(Double, Int64)])
  func roundsSamples(samples: Double, nearest: Int64) {
    #expect(Time(seconds: samples / 48000).samples(rate: 48000) == nearest)
  }

  @Test(
    "prints seconds with three decimals",
    arguments: [
      (0, "0.000"), (12.5, "12.500"), (0.0004, "0.000"), (0.0005, "0.001"), (-0.0001, "0.000"),
      (-1.25, "-1.250"), (59.9996, "60.000"), (3600.001, "3600.001"),
    ] as [(Double, String)])
  func prints(seconds: Double, text: String) {
    #expect(Time(seconds: seconds).description == text)
  }

  @Test(
    "stays within its limits instead of trapping",
    arguments: [
      (Time(ticks: .max) + 1, Time(ticks: .max)), (Time(ticks: .min) + -1, Time(ticks: .min)),
      (Time(ticks: .min) - 1, Time(ticks: .min)), (Time(ticks: .max) - -1, Time(ticks: .max)),
      (Time(ticks: 0) - Time(ticks: .min), Time(ticks: .max)), (Time(seconds: .nan), .zero),
      (Time(seconds: .infinity), Time(ticks: 4_000_000_000_000_000_000)),
      (Time(seconds: -.infinity), Time(ticks: -4_000_000_000_000_000_000)),
      (Time(seconds: 1) / 0.0, Time(seconds: .infinity)), (Time.zero / 0.0, .zero),
      (Time(seconds: 1e300) * 1e300, Time(seconds: .infinity)),
      (Time(samples: .max, rate: 1), Time(ticks: .max)), (Time(samples: 5, rate: 0), Time(seconds: 5)),
    ])
  func saturates(result: Time, expected: Time) {
    #expect(result == expected)
  }

  @Test("is a literal of seconds")
  func isLiteral() {
    let (whole, half): (Time, Time) = (2, 0.5)
    #expect(whole.ticks == 1_411_200_000)
    #expect(half + half + half + half == whole)
    #expect(whole / half == 4)
  }
}

@Suite("A frame rate")
struct FrameRateTests {
  /// Usual ones, and some whose frames don't last a whole number of ticks.
  static let rates: [FrameRate] = [
    .ntscFilm, 24, 25, .ntsc, 30, 50, .ntscDouble, 60, 11, 13, 97, 999, FrameRate(1, over: 3),
    FrameRate(997, over: 101),
  ]

  @Test("finds every frame again by where it starts", arguments: rates)
  func roundTrips(rate: FrameRate) {
    let lost = (-5000..<100_000).map { FrameIndex($0) }.filter { frame in
      let start = rate.start(of: frame)
      if rate.frame(at: start) != frame { return true }
      // The rest of the promise on some of them: it costs time.
      guard frame.value % 31 == 0 else { return false }
      return rate.boundary(nearest: start) != frame
        || rate.frame(at: start - Time(ticks: 1)) != frame.advanced(by: -1)
    }
    #expect(lost.prefix(3) == [])
  }

  @Test(
    "rounds a time half-way between boundaries up",
    arguments: [
      (0.0, 0), (0.049, 0), (0.05, 1), (0.099, 1), (0.1499, 1), (0.15, 2), (-0.05, 0), (-0.051, -1),
      (-0.15, -1), (-0.151, -2),
    ])
  func rounds(seconds: Double, boundary: Int) {
    #expect(FrameRate(10).boundary(nearest: Time(seconds: seconds)).value == boundary)
  }

  @Test("is a fraction in lowest terms")
  func isReduced() {
    #expect(FrameRate(60, over: 2) == 30)
    #expect("\(FrameRate(48000, over: 2002))" == "24000/1001")
    #expect("\(FrameRate(25))" == "25")
  }

  @Test(
    "that can't be played is kept as it was said, and not usable",
    arguments: [
      FrameRate(0), FrameRate(-25), FrameRate(30, over: 0), FrameRate(30, over: -1), FrameRate(.max),
      FrameRate(1, over: 1001), FrameRate(1001), FrameRate(.min, over: .min),
    ])
  func refusesNonsense(rate: FrameRate) {
    #expect(!rate.isUsable)
  }

  @Test("takes times from one end to the other", arguments: rates)
  func copesWithFarTimes(rate: FrameRate) {
    let ends = [Time(ticks: .max), Time(ticks: .min)].map { rate.frame(at: $0) }
    #expect(ends[0] > ends[1])
    let far = [FrameIndex(.max), FrameIndex(.min)].map { rate.start(of: $0) }
    #expect(far == [Time(ticks: .max), Time(ticks: .min)])
  }
}
