package import Primitives

/// An edge that is soft inwards, around what a plane takes a square to, from −1 to 1 each way, on the screen.
package struct Feather: FilterFamily {
  package var plane: Matrix
  /// How broad the soft edge is, in shares of half the square's width and height.
  package var across: Double
  package var down: Double

  package init(plane: Matrix, across: Double, down: Double) {
    (self.plane, self.across, self.down) = (plane, across, down)
  }

  package var doesNothing: Bool { across == 0 && down == 0 }

  package var name: String { "feather \(across.brief),\(down.brief) \(plane.words)" }

  package func write(to writer: inout Fingerprinter) {
    writer.write(plane)
    for number in [across, down] { writer.write(number) }
  }
}
