internal import CEngine
import Primitives
import Timeline

extension LayerPixels {
  /// Makes an edge soft. The C function is `libretto_feather`.
  func soften(_ feather: Feather) {
    guard let plane = ScreenPlane(feather.plane, left: left) else { return }
    for y in 0..<size.height {
      libretto_feather(
        base + y * size.width, Int32(size.width), plane.path(top + y), Float(feather.across),
        Float(feather.down))
    }
  }
}
