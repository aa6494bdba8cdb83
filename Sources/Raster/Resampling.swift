internal import CEngine
import Primitives

/// A picture as it lies on the screen, sampled by a cubic filter.
///
/// The less a level is made smaller, the sharper the filter is; at the end of its range it takes away as much
/// as the next level's making did. So a slow zoom stays evenly sharp, and fine edges don't crawl. Along the
/// picture's rows and along its columns the filter is as soft as each asks, however the picture is turned.
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

  /// A level of a pyramid. What is squeezed far more along one side than along the other is squeezed beforehand.
  ///
  /// - Parameter isEnlarged: whether it was made larger by a filter, so that nothing in it is too fine.
  init(_ plane: PixelPlane, fromScreen: Matrix, isEnlarged: Bool) {
    // Of a level a filter of four pixels takes in twice as much at most; of one made larger, twice that.
    let (plane, fromScreen) = plane.squeezed(for: fromScreen, above: isEnlarged ? 3.5 : 1.75)
    self.plane = plane
    self.fromScreen = fromScreen
    let softness = isEnlarged ? Resampling.softnessOfEnlarged : Resampling.softness
    let reduction = fromScreen.reduction
    self.softness = Size(width: softness(1 / reduction.width), height: softness(1 / reduction.height))
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

  /// Fills an area of the screen; of what lies askew no more than rows reach.
  func fill(
    _ area: PixelArea, _ pixels: UnsafeMutablePointer<UInt32>, stride: Int,
    within reaches: RowReaches? = nil
  ) {
    if fromScreen.isUpright {
      fillUpright(area, pixels, stride)
    } else {
      fillAskew(area, pixels, stride, reaches ?? RowReaches(all: area))
    }
  }

  /// The C function is `libretto_resample`.
  private func fillUpright(_ area: PixelArea, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) {
    let across = Taps(
      area.size.width, from: fromScreen.a * (Double(area.left) + 0.5) + fromScreen.tx, step: fromScreen.a,
      softness: softness.width, of: plane.size.width)
    let down = Taps(
      area.size.height, from: fromScreen.d * (Double(area.top) + 0.5) + fromScreen.ty, step: fromScreen.d,
      softness: softness.height, of: plane.size.height)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: plane.size.width + 8) { scratch in
      guard let base = scratch.baseAddress else { return }
      libretto_resample(
        plane.pixels, Int32(plane.size.width), Int32(plane.size.height), across.taps, down.taps, pixels,
        stride, base)
    }
    extendLifetime((across, down, plane))
  }

  /// The C function is `libretto_resample_askew`.
  private func fillAskew(
    _ area: PixelArea, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int, _ reaches: RowReaches
  ) {
    let across = Phases(softness.width)
    let down = softness.height == softness.width ? across : Phases(softness.height)
    var picture = LibrettoAskew(
      from: plane.pixels, width: Int32(plane.size.width), height: Int32(plane.size.height),
      xx: fromScreen.a, xy: fromScreen.c, x0: fromScreen.tx, yx: fromScreen.b, yy: fromScreen.d,
      y0: fromScreen.ty, across: across.weights, down: down.weights)
    reaches.rows.withUnsafeBufferPointer { rows in
      libretto_resample_askew(
        &picture, Int32(area.left), Int32(area.top), Int32(area.size.height), rows.baseAddress, pixels,
        stride)
    }
    extendLifetime((across, down, plane))
  }
}

extension PixelPlane {
  /// Narrower or lower for a matrix that would leave out pixels of it, and the matrix for that.
  ///
  /// - Parameter most: how many pixels of it may come to one of the screen's.
  fileprivate func squeezed(for fromScreen: Matrix, above most: Double) -> (PixelPlane, Matrix) {
    let (times, reduction) = (2.0.squareRoot(), fromScreen.reduction)
    let isWide = reduction.width > most && size.width > 3
    guard isWide || reduction.height > most && size.height > 3 else { return (self, fromScreen) }
    let by = isWide ? Size(width: times, height: 1) : Size(width: 1, height: times)
    return shrunk(by: by, softness: Pyramid.softness)
      .squeezed(for: fromScreen.then(.scale(1 / by.width, 1 / by.height)), above: most)
  }
}

extension Matrix {
  /// How many of a picture's pixels along its rows, and along its columns, come to one of the screen's, where
  /// this takes the screen to the picture.
  fileprivate var reduction: Size {
    Size(width: (a * a + c * c).squareRoot(), height: (b * b + d * d).squareRoot())
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

/// The weights of every place between two pixels.
private final class Phases {
  let weights: UnsafeMutablePointer<Int8>

  /// The C function is `libretto_phases`.
  init(_ softness: Double) {
    weights = .allocate(capacity: 4 * LIBRETTO_PHASES)
    libretto_phases(softness, weights)
  }

  deinit { weights.deallocate() }
}
