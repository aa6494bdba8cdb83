import Primitives
import Testing

@Suite("The levels of a song's bands")
struct SoundLevelTests {
  /// A loud band and a soft one, which swell alike, after a second of silence.
  private static let trace = SoundTrace(
    rate: 10, width: 2,
    values: (0..<200).flatMap { row -> [Float] in
      let swell = row < 10 ? 0 : Float(row % 10) / 9
      return [0.4 + 0.6 * swell, 0.1 + 0.3 * swell].map { row < 10 ? 0 : $0 }
    })

  private static func extent(_ trace: SoundTrace, _ column: Int) -> (low: Double, high: Double) {
    let values = (10..<trace.rowCount).map { trace.value(column, row: $0) }
    return (values.min() ?? 0, values.max() ?? 0)
  }

  @Test("are all brought to the same range, as far as is asked")
  func levelled() {
    let (loud, soft) = (Self.extent(Self.trace.levelled(1), 0), Self.extent(Self.trace.levelled(1), 1))
    #expect(loud.high > 0.85 && soft.high > 0.85)
    #expect(loud.low < 0.2 && soft.low < 0.2)
    #expect(Self.trace.levelled(0).values == Self.trace.values)
    let half = Self.extent(Self.trace.levelled(0.5), 1)
    #expect(half.high > Self.extent(Self.trace, 1).high && half.high < soft.high)
  }

  @Test("stay between 0 and 1, and silence stays silent")
  func range() {
    let levelled = Self.trace.levelled(1)
    #expect(levelled.values.allSatisfy { (0...1).contains($0) })
    #expect(levelled.value(1, row: 3) == 0)
    let quiet = SoundTrace(rate: 10, width: 1, values: [Float](repeating: 0.02, count: 50)).levelled(1)
    #expect(quiet.values.allSatisfy { $0 < 0.3 })
    #expect(SoundTrace(rate: 10, width: 3, values: []).levelled(1).rowCount == 0)
  }

  @Test("rise and fall within times")
  func envelope() {
    let step = SoundTrace(rate: 100, width: 1, values: (0..<100).map { $0 < 10 || $0 >= 50 ? 0 : 1 })
    let slow = step.following(rise: 0.1, fall: 0.2)
    #expect(abs(slow.value(0, row: 19) - 0.63) < 0.02)
    #expect(abs(slow.value(0, row: 69) - 0.37) < 0.02)
    #expect(step.following(rise: .zero, fall: .zero).values == step.values)
    #expect(step.following(rise: .zero, fall: 0.2).value(0, row: 10) == 1)
  }
}
