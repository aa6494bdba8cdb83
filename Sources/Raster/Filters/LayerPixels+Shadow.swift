import Primitives
import Timeline

extension Shadow {
  /// How far beyond its edges a layer reaches with it.
  var reach: PixelSize {
    let soft = Softness(blur, blur).reach
    // Farther away than any screen is wide it is seen nowhere.
    let (right, down) = (min(x.magnitude, 20_000).rounded(.up), min(y.magnitude, 20_000).rounded(.up))
    return PixelSize(width: soft.width + Int(right), height: soft.height + Int(down))
  }
}

extension LayerPixels {
  /// Lays a shadow of what is there beneath it.
  func lay(_ shadow: Shadow) {
    let shape = CoverageMask.opacity(of: self)
    shape.soften(Softness(shadow.blur, shadow.blur))
    let (left, top) = (shadow.x.rounded(.down), shadow.y.rounded(.down))
    let (right, down) = (Int((shadow.x - left) * 256), Int((shadow.y - top) * 256))
    let moved = right > 0 || down > 0 ? shape.shifted(right, down) : shape
    moved.lay(shadow.color, beneath: self, Int(left), Int(top))
  }
}
