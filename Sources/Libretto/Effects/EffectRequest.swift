import Primitives
package import Timeline

/// An effect as the author asked for it; moments in its animations aren't resolved yet.
package struct EffectRequest: Sendable {
  package var numbers: [Animated<Double>] = []
  package var lengths: [Animated<Measure>] = []
  package var angles: [Animated<Angle>] = []
  package var table: TableRequest?
  package var filter: @Sendable (EffectInstant) -> Filter

  package init(
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
package struct TableRequest: Hashable, Sendable {
  package var path: String
  package var site: Site
}

extension Element {
  /// With one effect more, done to what the earlier ones left.
  func adding(_ effect: EffectRequest) -> Styled { with { $0.look.effects.append(effect) } }
}
