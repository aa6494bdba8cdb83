internal import CEngine
import Primitives
import Timeline

extension Warp {
  /// How far beyond its edges a layer reaches once it was warped.
  var reach: PixelSize {
    switch self {
    case .curl: PixelSize(width: 0, height: 0)
    case .tear(_, let shift, let split):
      PixelSize(width: Int(min(shift + split, 1e5).rounded(.up)), height: 0)
    }
  }
}

extension LayerPixels {
  func apply(_ warp: Warp) {
    switch warp {
    case .curl(let way, let progress, let radius): curl(way, progress, radius)
    case .tear(let seed, let shift, let split): tear(seed, shift, split)
    }
  }

  /// Rolls the layer up like a page, towards a side or a corner. The C function is `libretto_curl`.
  private func curl(_ way: Direction, _ progress: Double, _ radius: Double) {
    // Towards a corner the roll lies askew: a page is taken by its corner and pulled mostly sideways.
    let unit = way.unit
    let (x, y) = unit.x != 0 && unit.y != 0 ? (unit.x * 0.88, unit.y * 0.474_974) : (unit.x, unit.y)
    let shape = LibrettoCurl(
      way_x: Float(x), way_y: Float(y), progress: Float(progress),
      radius: Float(radius * Double(min(size.width, size.height))))
    warp { libretto_curl($0, Int32(size.width), Int32(size.height), shape, $1) }
  }

  /// Shifts strips of the layer and parts their colors. The C function is `libretto_tear`.
  private func tear(_ seed: UInt64, _ shift: Double, _ split: Double) {
    let most = Double(4 * size.width)
    let (shift, split) = (Int32(min(shift, most).rounded()), Int32(min(split, most).rounded()))
    warp { libretto_tear($0, Int32(size.width), Int32(size.height), seed, shift, split, $1) }
  }

  /// Replaces the pixels by what is made of a copy of them.
  private func warp(_ body: (UnsafePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void) {
    let count = size.width * size.height
    let copy = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    defer { copy.deallocate() }
    copy.update(from: base, count: count)
    body(copy, base)
  }
}
