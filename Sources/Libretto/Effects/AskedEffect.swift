import Primitives
import Timeline

/// An effect as the author asked for it: named fields, of which some may change.
///
/// A new one is a struct with its modifier in a file of its own.
protocol AskedEffect: Effect {
  /// Has the curve of each field that may change worked out.
  mutating func resolve(by resolver: EffectResolver)
}

extension Element {
  /// With one effect more, done to what the earlier ones left.
  func adding(_ effect: some AskedEffect) -> Styled { with { $0.look.effects.append(effect) } }
}

extension Animated {
  /// What it is at a time of its element's clock, once its curve is worked out.
  func value(at time: Time) -> Value? {
    switch source {
    case .constant(let value): value
    case .resolved(let curve): curve.value(at: time)
    case .keyframes, .spring, .noise, .computed, .repeated, .combined, .derived: nil
    }
  }
}

extension EffectInstant {
  /// A number within a range; what is none is the one that changes nothing.
  func number(_ field: Animated<Double>, _ range: ClosedRange<Double>, neutral: Double = 0) -> Double {
    number(field.value(at: time) ?? neutral, range, neutral: neutral)
  }

  /// The same of a number that stays.
  func number(_ value: Double, _ range: ClosedRange<Double>, neutral: Double = 0) -> Double {
    guard value == value else { return neutral }
    return max(range.lowerBound, min(range.upperBound, value)).snappedToRatioGrid
  }

  /// An angle; what is none is zero.
  func angle(_ field: Animated<Angle>) -> Angle {
    let angle = field.value(at: time) ?? .zero
    return angle.radians.isFinite && angle.radians.magnitude < 1e6 ? angle : .zero
  }

  /// A length on the screen, to either side; shares are of the element's box.
  func distance(_ field: Animated<Measure>) -> Double { onScreen(inBox(field)) }

  /// A length on the screen, none below zero.
  func length(_ field: Animated<Measure>) -> Double { onScreen(max(0, inBox(field))) }

  private func inBox(_ field: Animated<Measure>) -> Double {
    (field.value(at: time) ?? .zero).width(in: box)
  }
}
