/// Numbers that look random and are always the same for the same seed.
public struct Noise: Hashable, Sendable {
  /// Noises of one seed are the same noise.
  public var seed: UInt64

  /// The same number gives the same noise.
  public init(seed: UInt64) { self.seed = seed }

  /// A seed from the author's words.
  public init(_ name: String) {
    seed = name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// An even number from 0 up to 1 for each index.
  public func value(_ index: Int) -> Double {
    var bits = seed &+ UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) / 9_007_199_254_740_992
  }

  /// A number within a range for each index.
  public func value(_ index: Int, in reach: Reach) -> Double { reach.value(at: value(index)) }

  /// The same within a range at hand.
  @_disfavoredOverload
  public func value(_ index: Int, in range: ClosedRange<Double>?) -> Double {
    range.map { value(index, in: Reach($0)) } ?? value(index)
  }

  /// A smooth wander from 0 to 1 that passes a fresh value at every whole number.
  public func wander(_ position: Double) -> Double { wander(position) { $0 } }

  /// The same, back at its first value after so many whole numbers.
  package func wander(_ position: Double, round: Int) -> Double {
    wander(position) { ($0 % round + round) % round }
  }

  private func wander(_ position: Double, _ index: (Int) -> Int) -> Double {
    guard position.isFinite, abs(position) < 1e15 else { return 0.5 }
    let whole = position.rounded(.down)
    let part = position - whole
    let smooth = part * part * (3 - 2 * part)
    return .mix(value(index(Int(whole))), value(index(Int(whole) + 1)), smooth)
  }
}
