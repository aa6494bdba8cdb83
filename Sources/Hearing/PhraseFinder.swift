/// Divides a song at its breaths: silences, and where it is softest for some seconds around.
enum PhraseFinder {
  static func phrases(in energy: Energy, silences: [Range<Double>], length: Double) -> [Range<Double>] {
    let curve = smoothed(energy.all)
    guard let top = curve.max(), top > 0 else { return [] }
    let reach = 2 * Energy.rate
    var edges: [Double] = []
    for index in curve.indices where index >= reach && index + reach < curve.count {
      let around = curve[index - reach...index + reach]
      guard curve[index] == around.min(), (around.max() ?? 0) - curve[index] > 0.12 else { continue }
      let time = Double(index) / Double(Energy.rate)
      if time - (edges.last ?? -3) >= 2 { edges.append(time) }
    }
    let bounds = [0] + edges.filter { $0 > 1 && $0 < length - 1 } + [length]
    return zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { $0..<$1 }.filter { phrase in
      !silences.contains { $0.lowerBound <= phrase.lowerBound && phrase.upperBound <= $0.upperBound }
    }
  }

  private static func smoothed(_ curve: [Double]) -> [Double] {
    curve.indices.map { index in
      let part = curve[max(0, index - 3)...min(curve.count - 1, index + 3)]
      return part.reduce(0, +) / Double(part.count)
    }
  }
}
