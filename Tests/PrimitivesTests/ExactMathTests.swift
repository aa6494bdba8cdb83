import Foundation
import Primitives
import Testing

@Suite("Exact math")
struct ExactMathTests {
  /// The largest difference from the C library, relative to its result or, below one, absolute.
  private func worst(
    _ inputs: [Double], _ ours: (Double) -> Double, _ theirs: (Double) -> Double
  ) -> Double {
    inputs.map { abs(ours($0) - theirs($0)) / max(1, abs(theirs($0))) }.max() ?? 0
  }

  private static let wide = (-3000...3000).map { Double($0) * 0.0371 }
  private static let positive = (1...3000).map { Double($0) * 0.00731 } + [1e-300, 1e-9, 1e9, 1e300]

  @Test("agrees with the C library within a millionth of a millionth")
  func agrees() {
    let differences = [
      "exp": worst(Self.wide, ExactMath.exp, exp), "log": worst(Self.positive, ExactMath.log, log),
      "sin": worst(Self.wide, ExactMath.sin, sin), "cos": worst(Self.wide, ExactMath.cos, cos),
      "power": worst(Self.positive.filter { $0 < 1e9 }, { ExactMath.power($0, 2.7) }, { pow($0, 2.7) }),
    ]
    #expect(differences.filter { $0.value > 1e-12 } == [:])
  }

  @Test("answers at the edges")
  func hasEdges() {
    let exps = [.infinity, -.infinity, 1000, -1000].map { ExactMath.exp($0) }
    #expect(exps[0] == .infinity && exps[1] == 0 && exps[2] > 1e300 && exps[3] < 1e-300)
    #expect(ExactMath.log(0).isFinite && ExactMath.log(-1).isFinite)
    #expect([Double.nan, .infinity].map { ExactMath.sin($0) } == [0, 0])
    #expect(ExactMath.power(0.5, 0) == 1)
  }
}
