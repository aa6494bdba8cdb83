internal import CEngine
import Primitives

/// How soft something becomes: the standard deviations of a Gaussian, in pixels of the screen.
struct Softness: Hashable {
  let across: Deviation
  let down: Deviation

  init(_ across: Double, _ down: Double) {
    self.across = Deviation(across)
    self.down = Deviation(down)
  }

  /// What a softness in the units of a text becomes on the screen.
  init(_ deviation: Double, at matrix: Matrix) {
    across = Deviation(deviation * (matrix.a * matrix.a + matrix.c * matrix.c).squareRoot())
    down = Deviation(deviation * (matrix.b * matrix.b + matrix.d * matrix.d).squareRoot())
  }

  /// How far something reaches beyond its edges when it is softened.
  var reach: PixelSize { PixelSize(width: across.reach, height: down.reach) }

  struct Deviation: Hashable {
    let pixels: Double

    /// Beyond this, next to nothing is left to see.
    private static let most = 1000.0

    init(_ pixels: Double) { self.pixels = pixels > 0 ? min(pixels, Self.most) : 0 }

    /// Three boxes whose variances add up to the Gaussian's.
    var box: LibrettoSoftness {
      let variance = pixels * pixels / 3
      let radius = (((12 * variance + 1).squareRoot() - 1) / 2).rounded(.down)
      let next = radius + 1
      let edge = (2 * radius + 1) * (variance - radius * next / 3) / (2 * (next * next - variance))
      return LibrettoSoftness(radius: Int32(radius), edge: Float(max(0, edge)))
    }

    fileprivate var reach: Int { pixels == 0 ? 0 : 3 * (Int(box.radius) + 1) }
  }
}
