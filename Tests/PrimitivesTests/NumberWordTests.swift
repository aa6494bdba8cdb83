import Primitives
import Testing

@Suite("Numbers as words")
struct NumberWordTests {
  @Test(
    "are grouped and rounded the same in every language",
    arguments: [
      (1_234_567.0, 0, DigitGrouping.comma, "1,234,567"), (1_234_567, 0, .point, "1.234.567"),
      (1_234_567, 0, .space, "1\u{A0}234\u{A0}567"), (1234.5, 2, .point, "1.234,50"),
      (1234.5, 2, .none, "1234.50"),
      (999.999, 2, .comma, "1,000.00"), (-0.04, 1, .comma, "0.0"), (-1234, 0, .comma, "-1,234"),
      (0.05, 3, .none, "0.050"), (12, 0, .apostrophe, "12"), (2.5, 40, .none, "2.500000000"),
      (7, -3, .none, "7"),
      (.infinity, 2, .comma, "inf"),
    ])
  func written(number: Double, decimals: Int, grouping: DigitGrouping, words: String) {
    #expect(number.written(decimals: decimals, grouped: grouping) == words)
  }

  @Test("of whole numbers have no limit")
  func whole() {
    #expect(Int.min.written(grouped: .comma) == "-9,223,372,036,854,775,808")
    #expect(0.written(grouped: .comma) == "0" && 1000.written(grouped: .comma) == "1,000")
  }
}

@Suite("A reach")
struct ReachTests {
  @Test("goes up or down, as it is written")
  func directions() {
    let (falling, rising): (Reach, Reach) = (0.45...0.25, 8...2 * .pi)
    #expect(falling == Reach(from: 0.45, to: 0.25) && rising.to == 2 * .pi)
    #expect(Noise("a").value(3, in: 5...2) == 5 - 3 * Noise("a").value(3))
    let atHand = 2.0...5.0
    #expect(Noise("a").value(3, in: atHand) == 2 + 3 * Noise("a").value(3))
  }
}

@Suite("A function")
struct FunctionTests {
  @Test("is near what it is called after, and the same everywhere")
  func values() {
    let found = [
      sin(0.5), cos(2), tan(0.3), sqrt(2), exp(-1.5), log(10), pow(2, 10), pow(2, 0.5), pow(-2, 3),
    ]
    let known = [
      0.479425538604203, -0.416146836547142, 0.309336249609623, 1.414213562373095, 0.22313016014843,
      2.302585092994046, 1024, 1.414213562373095, -8,
    ]
    #expect(zip(found, known).allSatisfy { abs($0 - $1) < 1e-12 }, "\(found)")
  }
}
