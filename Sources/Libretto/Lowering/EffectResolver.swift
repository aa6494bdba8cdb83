import Primitives
import Timeline

/// Works out what an effect's fields are over the clock of its element.
struct EffectResolver {
  let lowering: Lowering
  let stage: Stage

  func callAsFunction(_ field: inout Animated<Double>) { resolve(&field, or: 0) }
  func callAsFunction(_ field: inout Animated<Measure>) { resolve(&field, or: .zero) }
  func callAsFunction(_ field: inout Animated<Angle>) { resolve(&field, or: .zero) }

  /// After how long everything comes again; nil if the film is seen once.
  var round: Time? { lowering.round }

  /// The digest of a table of colors; nil, and reported, if it can't be had.
  func table(_ path: String, at site: Site) -> Fingerprint? {
    let path = AssetPath(path, from: site)
    return lowering.asking(at: site) { () throws(Problem) in
      try lowering.authoring.resources.colorTable(path)
    }
  }

  private func resolve<Value: Animatable>(_ field: inout Animated<Value>, or fallback: Value) {
    field = Animated(.resolved(lowering.curve(field, or: fallback, on: stage)))
  }
}
