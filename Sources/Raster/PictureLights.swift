package import Primitives

/// Where a picture is brightest.
package enum PictureLights {
  /// A small copy is enough to tell; its longer side has no more pixels than this.
  private static let side = 160
  /// More points can't be told apart.
  private static let most = 600

  /// The middles of the brightest pixels of a small copy, in shares of the picture's sides, row by row: a twelfth of
  /// all, but none that is darker than five eighths of the brightest. Integer arithmetic: every machine finds the same.
  package static func points(of bitmap: Bitmap) -> [Point] {
    var plane = PixelPlane(bitmap)
    while max(plane.size.width, plane.size.height) > side { plane = plane.halved }
    let (width, height) = (plane.size.width, plane.size.height)
    let lights = (0..<width * height).map { index -> Int in
      let pixel = unsafe plane.pixels[index]
      let (red, green, blue) = (Int(pixel >> 16 & 255), Int(pixel >> 8 & 255), Int(pixel & 255))
      // A lamp of one color is as bright as a white one.
      return 2 * max(red, green, blue) + (54 * red + 183 * green + 19 * blue) / 256
    }
    let brightest = lights.max() ?? 0
    let bright = lights.indices.filter { 8 * lights[$0] >= 5 * brightest }
      .sorted { (-lights[$0], $0) < (-lights[$1], $1) }.prefix(max(1, lights.count / 12)).sorted()
    let count = min(most, bright.count)
    return (0..<count).map { bright[$0 * bright.count / count] }.map { index in
      Point(
        x: (Double(index % width) + 0.5) / Double(width), y: (Double(index / width) + 0.5) / Double(height))
    }
  }
}
