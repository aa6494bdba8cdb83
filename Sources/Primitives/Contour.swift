/// A number over time: straight lines between values that are equally far apart. Outside, the nearest holds.
package struct Contour: Hashable, Sendable {
  /// How far apart the values are; any, if there is but one.
  package let step: Time
  /// At least one.
  package let values: [Double]

  /// One that stays.
  package init(_ value: Double) {
    step = Contour.finest
    values = [Contour.usable(value)]
  }

  /// One value for every step from zero on.
  package init(every step: Time, _ values: [Double]) {
    self.step = max(Contour.finest, step)
    let usable = values.map(Contour.usable)
    self.values = usable.isEmpty ? [0] : Set(usable).count == 1 ? [usable[0]] : usable
  }

  /// The value it never leaves, if it stays.
  package var fixed: Double? { values.count == 1 ? values[0] : nil }

  /// The value so many steps after zero.
  package func value(at position: Double) -> Double {
    guard position > 0 else { return values[0] }
    let index = Int(min(position, Double(values.count)))
    guard index + 1 < values.count else { return values[values.count - 1] }
    return .mix(values[index], values[index + 1], position - Double(index))
  }

  /// The same from a time on.
  package func later(by time: Time) -> Contour {
    guard fixed == nil, time > .zero else { return self }
    let skipped = time / step
    let count = max(1, values.count - Int(min(skipped, Double(values.count))))
    return Contour(every: step, (0..<count).map { value(at: skipped + Double($0)) })
  }

  /// The same so many times as fast.
  package func sped(by speed: Double) -> Contour {
    fixed == nil ? Contour(every: step / speed, values) : self
  }

  private static let finest = Time(ticks: 1)

  private static func usable(_ value: Double) -> Double { value.snappedToRatioGrid }
}

extension Contour: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(values.count > 1 ? Int(step.ticks) : 0)
    writer.write(values.count)
    for value in values { writer.write(value) }
  }
}
