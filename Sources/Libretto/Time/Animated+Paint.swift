extension Animated<Color> {
  /// The same as a paint of one colour.
  package var painted: Animated<Paint> {
    switch source {
    case .constant(let color): Animated<Paint>(.color(color))
    case .keyframes(let keys):
      .keyframes(keys.map { Keyframe(moment: $0.moment, value: .color($0.value), easing: $0.easing) })
    case .spring(let from, let to, let spring, let moment):
      .spring(from: .color(from), to: .color(to), at: moment, spring)
    case .noise(let low, let high, let every, let noise):
      .noise(.color(low), .color(high), every: every, seed: noise)
    case .computed(let value): .computed { .color(value($0)) }
    case .repeated(let once, let begin, let every, let count, let isThereAndBack):
      Animated<Paint>(
        .repeated(once.painted, from: begin, every: every, count: count, thereAndBack: isThereAndBack))
    case .combined(let first, let second, let combine):
      Animated<Paint>(
        .combined(first.painted, second.painted) { one, other in
          guard case .color(let one) = one, case .color(let other) = other else { return one }
          return .color(combine(one, other))
        })
    }
  }
}
