import Primitives
import Timeline

extension Element {
  /// Its colors made others, by one grade after the other: `.graded(.contrast(1.2), .lut("night.cube"))`.
  public func graded(_ grades: Grade...) -> Styled {
    with { $0.look.effects += grades.map(\.effect) }
  }
}

/// What becomes of colors.
///
/// Numbers can be animated; those out of range are taken as the nearest that is in it. Colors brighter than white or
/// darker than black on the way are kept until the last grade of a row.
public struct Grade: Sendable {
  let effect: any AskedEffect

  init(_ effect: some AskedEffect) { self.effect = effect }
}

/// One number that makes a matrix of colors.
protocol MatrixGrade: AskedEffect {
  var amount: Animated<Double> { get set }
  /// Where the amount is kept, and the one that changes nothing.
  static var range: ClosedRange<Double> { get }
  static var neutral: Double { get }
  func matrix(_ amount: Double) -> ColorMatrix
}

extension MatrixGrade {
  mutating func resolve(by resolver: EffectResolver) { resolver(&amount) }

  func filter(at instant: EffectInstant) -> Filter {
    .grade(.matrix(matrix(instant.number(amount, Self.range, neutral: Self.neutral))))
  }
}
