internal import CEngine
import Primitives

/// A picture that stands upright on the screen, sampled by a cubic filter.
///
/// The less a level is made smaller, the sharper the filter is; at the end of its range it takes away as much
/// as the next level's making did. So a slow zoom stays evenly sharp, and fine edges don't crawl.
struct Resampling {
  private let plane: PixelPlane
  /// Takes output pixels to the plane's.
  private let fromScreen: Matrix
  private let softness: Size

  init(_ plane: PixelPlane, fromScreen: Matrix, softness: Double) {
    self.plane = plane
    self.fromScreen = fromScreen
    self.softness = Size(width: softness, height: softness)
  }

  /// A level of a pyramid.
  ///
  /// - Parameter isEnlarged: whether it was made larger by a filter, so that nothing in it is too fine.
  init(_ plane: PixelPlane, fromScreen: Matrix, isEnlarged: Bool) {
    self.plane = plane
    self.fromScreen = fromScreen
    let softness = isEnlarged ? Resampling.softnessOfEnlarged : Resampling.softness
    self.softness = Size(
      width: softness(1 / fromScreen.a.magnitude), height: softness(1 / fromScreen.d.magnitude))
  }

  /// For a scale between √½ and 1.
  private static func softness(_ scale: Double) -> Double {
    sharpest + max(0, min(1, (1 - scale) / (1 - 0.5.squareRoot()))) * (softest - sharpest)
  }

  /// For a scale between ½ and 1: it begins as soft as the picture itself was at 1.
  private static func softnessOfEnlarged(_ scale: Double) -> Double {
    sharpest + max(0, min(1, 1 - (scale - 0.5) * 8)) * 4 * sharpest
  }

  /// A filter that left some pixels as they are, and not those between, would show bands.
  private static let sharpest = 0.2
  private static let softest = 0.8

  var isOpaque: Bool { plane.isOpaque }

  /// Fills an area of the screen. The C function is `libretto_resample`.
  func fill(_ area: PixelArea, _ pixels: UnsafeMutablePointer<UInt32>, stride: Int) {
    let across = Taps(
      area.size.width, from: fromScreen.a * (Double(area.left) + 0.5) + fromScreen.tx, step: fromScreen.a,
      softness: softness.width, of: plane.size.width)
    let down = Taps(
      area.size.height, from: fromScreen.d * (Double(area.top) + 0.5) + fromScreen.ty, step: fromScreen.d,
      softness: softness.height, of: plane.size.height)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: plane.size.width + 8) { room in
      guard let base = room.baseAddress else { return }
      libretto_resample(
        plane.pixels, Int32(plane.size.width), Int32(plane.size.height), across.taps, down.taps, pixels,
        stride, base)
    }
    extendLifetime((across, down, plane))
  }
}

/// Which pixels along one side of a picture make those of the screen.
private final class Taps {
  private(set) var taps: LibrettoTaps

  /// The C function is `libretto_taps`.
  init(_ count: Int, from start: Double, step: Double, softness: Double, of sourceCount: Int) {
    taps = LibrettoTaps(
      count: Int32(count), is_whole: false, first: .allocate(capacity: count),
      weights: .allocate(capacity: count * 4))
    libretto_taps(start, step, softness, Int32(sourceCount), &taps)
  }

  deinit {
    taps.first.deallocate()
    taps.weights.deallocate()
  }
}
