package import Primitives
package import Timeline

/// How far a matte is in one frame, and where it lies.
package struct PlacedMatte: Hashable, Sendable {
  package var shape: MatteShape
  /// Of its box, and what takes the box's units to output pixels.
  package var size: Size
  package var matrix: Matrix
  package var softness: Double
  package var isReversed: Bool
  package var progress: Double

  package init(
    shape: MatteShape, size: Size, matrix: Matrix, softness: Double, isReversed: Bool, progress: Double
  ) {
    self.shape = shape
    self.size = size
    self.matrix = matrix
    self.softness = softness
    self.isReversed = isReversed
    self.progress = progress
  }

  /// The picture that it is, as it covers the box.
  package var sample: PictureSample? {
    guard case .picture(let asset) = shape else { return nil }
    return PicturePlacement(asset.facts, move: .still, progress: 0)
      .sample(covering: Rect(size), placed: matrix)
  }
}

extension PlacedMatte: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    writer.write(shape)
    writer.write(size.width)
    writer.write(size.height)
    writer.write(matrix)
    writer.write(softness)
    writer.write(isReversed)
    writer.write(progress)
  }
}
