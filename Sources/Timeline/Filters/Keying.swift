package import Primitives

/// A color taken out, such as that of a green screen.
///
/// Which color it is exactly is seen in the picture, where enough of it is near the one that is named.
package struct Keying: FilterFamily {
  package var color: Color
  /// How much of the color may be missing where it is still all taken out, 0 to 1.
  package var tolerance: Double
  /// From how little of it on something is less seen: 1 from none on, 0 only where all is taken out.
  package var softness: Double
  /// How much of its light is taken from what stays.
  package var spill: Double

  package init(_ color: Color, tolerance: Double, softness: Double, spill: Double) {
    (self.color, self.tolerance, self.softness, self.spill) = (color, tolerance, softness, spill)
  }

  package var doesNothing: Bool { color.red == color.green && color.green == color.blue }

  package var name: String {
    "key \(color) tolerance \(tolerance.brief) softness \(softness.brief) spill \(spill.brief)"
  }

  package func write(to writer: inout Fingerprinter) {
    writer.write(color)
    for number in [tolerance, softness, spill] { writer.write(number) }
  }
}
