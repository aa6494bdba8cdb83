import Primitives

extension Effect {
  /// The filter it is in its first frame, in a box of a thousand pixels; and how numbers run that don't stay.
  package func words(_ detail: DumpDetail) -> String {
    let first = filter(at: .zero, frame: 0, in: Size(width: 1000, height: 1000), placed: .identity)
    let runs =
      numbers.filter { $0.fixed == nil }.map { $0.words(detail) }
      + lengths.filter { !$0.isPixels }.map { $0.words(detail) }
      + angles.filter { $0.fixed == nil }.map { $0.words(detail) }
    return ([first.name] + runs).joined(separator: " ~ ")
  }
}

extension Curve<Measure> {
  /// Whether it is so many pixels, whatever the box.
  fileprivate var isPixels: Bool { fixed.map { $0 == .pixels($0.pixels) } ?? false }
}
