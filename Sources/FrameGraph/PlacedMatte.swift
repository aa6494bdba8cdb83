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

extension MatteShape: Fingerprintable {
  package func write(to writer: inout Fingerprinter) {
    func write(_ kind: Int, _ numbers: Double...) {
      writer.write(kind)
      for number in numbers { writer.write(number) }
    }
    switch self {
    case .even: write(0)
    case .linear(let direction): write(1, direction.unit.x, direction.unit.y)
    case .blinds(let count, let direction): write(2, direction.unit.x, direction.unit.y, Double(count))
    case .clock(let hands): write(3, Double(hands))
    case .circle(let center): write(4, center.x, center.y)
    case .ellipse: write(5)
    case .rectangle: write(6)
    case .diamond: write(7)
    case .polygon(let corners, let center):
      write(8, center.x, center.y, Double(corners.count))
      for corner in corners { writer.write(corner) }
    case .checker(let count): write(9, Double(count))
    case .tiles(let count, let seed):
      write(10, Double(count))
      writer.write(seed)
    case .clouds(let count, let seed):
      write(11, count)
      writer.write(seed)
    case .picture(let asset):
      write(12)
      writer.write(asset.facts.digest)
      writer.write(asset.facts.size.width)
      writer.write(asset.facts.size.height)
      writer.write(asset.facts.hasAlpha)
      writer.write(asset.facts.isVector)
    }
  }
}
