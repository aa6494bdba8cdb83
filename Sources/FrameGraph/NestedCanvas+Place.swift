import Primitives
import Timeline

extension NestedCanvas {
  /// Takes the canvas's units to those of a box that it is fitted into.
  func place(in box: Size) -> Matrix {
    let (x, y) = (box.width / size.width, box.height / size.height)
    let (across, down) =
      switch fit {
      case .cover: (max(x, y), max(x, y))
      case .contain, .blurred: (min(x, y), min(x, y))
      case .stretch: (x, y)
      }
    return Matrix.scale(across, down).then(
      .translation((box.width - across * size.width) / 2, (box.height - down * size.height) / 2))
  }
}
