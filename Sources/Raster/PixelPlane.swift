internal import CEngine
import Primitives

/// Pixels that are written once, while it is made, and from then on only read, by any thread.
///
/// `@unchecked Sendable`: the memory is its own, the pointer never leaves this target, and nothing
/// writes after the initializer's closure returned.
final class PixelPlane: @unchecked Sendable {
  let size: PixelSize
  let isOpaque: Bool
  let pixels: UnsafeMutablePointer<UInt32>

  init(size: PixelSize, isOpaque: Bool, filling fill: (UnsafeMutablePointer<UInt32>) -> Void) {
    self.size = size
    self.isOpaque = isOpaque
    pixels = .allocate(capacity: size.width * size.height)
    fill(pixels)
  }

  convenience init(_ bitmap: Bitmap) {
    self.init(size: bitmap.size, isOpaque: bitmap.isOpaque) { pixels in
      bitmap.pixels.withUnsafeBufferPointer { source in
        guard let base = source.baseAddress else { return }
        pixels.update(from: base, count: source.count)
      }
    }
  }

  deinit { pixels.deallocate() }

  var byteCount: Int { size.width * size.height * 4 }
}

extension PixelPlane {
  /// Half as wide and high. The C function is `libretto_halve`.
  var halved: PixelPlane {
    let half = PixelSize(width: (size.width + 1) / 2, height: (size.height + 1) / 2)
    return PixelPlane(size: half, isOpaque: isOpaque) {
      libretto_halve(pixels, Int32(size.width), Int32(size.height), $0)
    }
  }

  /// So many times narrower and lower, not more than twice.
  func shrunk(by times: Size, softness: Double) -> PixelPlane {
    let smaller = PixelSize(
      width: Int((Double(size.width) / times.width).rounded(.up)),
      height: Int((Double(size.height) / times.height).rounded(.up)))
    let sampling = Resampling(self, fromScreen: .scale(times.width, times.height), softness: softness)
    return PixelPlane(size: smaller, isOpaque: isOpaque) {
      sampling.fill(PixelArea(smaller), $0, stride: smaller.width)
    }
  }

  /// Twice as wide and high, by a good filter. The C function is `libretto_double`.
  var doubled: PixelPlane {
    let double = PixelSize(width: size.width * 2, height: size.height * 2)
    return PixelPlane(size: double, isOpaque: isOpaque) { result in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: size.width * 48) { rows in
        guard let base = rows.baseAddress else { return }
        libretto_double(pixels, Int32(size.width), Int32(size.height), result, base)
      }
    }
  }

  /// Blurred nearly like a Gaussian. The C function is `libretto_box_blur`.
  func blurred(radius: Int) -> PixelPlane {
    PixelPlane(size: size, isOpaque: isOpaque) { result in
      result.update(from: pixels, count: size.width * size.height)
      let longer = max(size.width, size.height)
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: longer) { line in
        guard let base = line.baseAddress else { return }
        for _ in 0..<3 {
          libretto_box_blur(result, Int32(size.width), Int32(size.height), Int32(radius), base)
        }
      }
    }
  }
}
