import Primitives

extension Effect {
  /// The filter it is in its first frame, in a box of a thousand pixels, and what it is later where it changes.
  package var words: String {
    let names = [0, 0.5, 1, 2, 4, 8].map { seconds -> String in
      let instant = EffectInstant(
        time: Time(seconds: seconds), frame: 0, box: Size(width: 1000, height: 1000), toScreen: .identity)
      return filter(at: instant).name
    }
    return names.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }.joined(separator: " ~ ")
  }
}
