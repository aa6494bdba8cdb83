import Primitives
import Timeline

/// An effect as the author asked for it; moments in its animations aren't resolved yet.
struct EffectRequest: Sendable {
  var numbers: [Animated<Double>] = []
  var lengths: [Animated<Measure>] = []
  var angles: [Animated<Angle>] = []
  var table: TableRequest?
  var filter: @Sendable (EffectInstant) -> Filter

  init(
    numbers: [Animated<Double>] = [], lengths: [Animated<Measure>] = [],
    angles: [Animated<Angle>] = [], table: TableRequest? = nil,
    _ filter: @escaping @Sendable (EffectInstant) -> Filter
  ) {
    self.numbers = numbers
    self.lengths = lengths
    self.angles = angles
    self.table = table
    self.filter = filter
  }
}

/// A file of colours, and who asked for it.
struct TableRequest: Hashable, Sendable {
  var path: String
  var site: Site
}

extension Element {
  /// With one effect more, done to what the earlier ones left.
  func adding(_ effect: EffectRequest) -> Styled { with { $0.look.effects.append(effect) } }
}
