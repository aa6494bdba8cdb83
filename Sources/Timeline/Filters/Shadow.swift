package import Primitives

/// A shadow of what is there, laid beneath it: softened by a deviation, and so far to the right and down.
package struct Shadow: FilterFamily {
  package var color: Color
  package var blur: Double
  package var x: Double
  package var y: Double

  package init(_ color: Color, blur: Double, x: Double, y: Double) {
    (self.color, self.blur, self.x, self.y) = (color, blur, x, y)
  }

  package var doesNothing: Bool { color.alpha == 0 }

  package var name: String { "shadow \(color) \(blur.brief) +\(x.brief),\(y.brief)" }

  package func write(to writer: inout Fingerprinter) {
    writer.write(color)
    for number in [blur, x, y] { writer.write(number) }
  }
}
