package import Primitives

/// Where a picture draws the eye.
package enum PictureFocus {
  /// A small copy is enough to tell; its longer side has no more pixels than this.
  private static let side = 96

  /// The point, in shares of its sides, around which there is most detail and what has colors of its own;
  /// rather in the middle than at the edges. Integer arithmetic: every machine finds the same.
  package static func point(of bitmap: Bitmap) -> Point {
    var plane = PixelPlane(bitmap)
    while max(plane.size.width, plane.size.height) > side { plane = plane.halved }
    let (width, height) = (plane.size.width, plane.size.height)
    let pixels = (0..<width * height).map { Pixel(unsafe plane.pixels[$0]) }
    let mean = Pixel.mean(of: pixels)
    let strength = pixels.indices.map { index -> Int in
      let (x, y) = (index % width, index / width)
      let here = pixels[index]
      let right = pixels[x + 1 < width ? index + 1 : index]
      let below = pixels[y + 1 < height ? index + width : index]
      return 2 * (abs(here.light - right.light) + abs(here.light - below.light)) + here.distance(to: mean)
    }
    let sums = AreaSums(strength, width: width)
    let reach = max(1, max(width, height) / 8)
    var (best, sumX, sumY, count) = (-1, 0, 0, 0)
    for index in pixels.indices {
      let (x, y) = (index % width, index / width)
      // At the edges it counts for a bit more than half.
      let off = max(abs(2 * x + 1 - width) * 100 / width, abs(2 * y + 1 - height) * 100 / height)
      let value = sums.mean(around: x, y, reach) * (230 - off)
      if value > best { (best, sumX, sumY, count) = (value, 0, 0, 0) }
      if value == best { (sumX, sumY, count) = (sumX + 2 * x + 1, sumY + 2 * y + 1, count + 1) }
    }
    let scale = Double(2 * max(1, count))
    return Point(x: Double(sumX) / scale / Double(width), y: Double(sumY) / scale / Double(height))
  }
}

private struct Pixel {
  var red: Int
  var green: Int
  var blue: Int

  init(red: Int, green: Int, blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

  init(_ pixel: UInt32) {
    self.init(red: Int(pixel >> 16 & 255), green: Int(pixel >> 8 & 255), blue: Int(pixel & 255))
  }

  static func mean(of pixels: [Pixel]) -> Pixel {
    let count = max(1, pixels.count)
    func mean(_ channel: (Pixel) -> Int) -> Int { pixels.reduce(0) { $0 + channel($1) } / count }
    return Pixel(red: mean(\.red), green: mean(\.green), blue: mean(\.blue))
  }

  var light: Int { (54 * red + 183 * green + 19 * blue) / 256 }

  func distance(to other: Pixel) -> Int {
    abs(red - other.red) + abs(green - other.green) + abs(blue - other.blue)
  }
}

/// Sums over rectangles of a picture, found in no time.
private struct AreaSums {
  private var sums: [Int]
  private let width: Int
  private let height: Int

  init(_ values: [Int], width: Int) {
    self.width = width
    height = values.count / max(1, width)
    sums = Array(repeating: 0, count: (width + 1) * (height + 1))
    for y in 0..<height {
      var row = 0
      for x in 0..<width {
        row += values[y * width + x]
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row
      }
    }
  }

  /// Of a square around a pixel, as far as it lies inside.
  func mean(around x: Int, _ y: Int, _ reach: Int) -> Int {
    let (left, right) = (max(0, x - reach), min(width, x + reach + 1))
    let (top, bottom) = (max(0, y - reach), min(height, y + reach + 1))
    func sum(_ x: Int, _ y: Int) -> Int { sums[y * (width + 1) + x] }
    let total = sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top)
    return total * 16 / ((right - left) * (bottom - top))
  }
}
