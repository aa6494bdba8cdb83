package import Primitives

/// Film that burns through: around holes it browns and chars, and in them the lamp is seen, and then nothing.
///
/// What was seen through before stays so.
package struct Burn: FilterFamily {
  /// In which order the points of a box burn.
  package var matte: MatteShape
  package var size: Size
  /// Takes the box's units to the screen.
  package var matrix: Matrix
  /// 0 to 1.
  package var progress: Double

  package init(_ matte: MatteShape, in size: Size, at matrix: Matrix, progress: Double) {
    (self.matte, self.size, self.matrix, self.progress) = (matte, size, matrix, progress)
  }

  package var doesNothing: Bool { progress == 0 }

  package var name: String {
    "burn \(progress.brief) by \(matte.name) in \(size.width.brief)×\(size.height.brief) \(matrix.words)"
  }

  package func write(to writer: inout Fingerprinter) {
    writer.write(matte)
    for number in [size.width, size.height] { writer.write(number) }
    writer.write(matrix)
    writer.write(progress)
  }
}
