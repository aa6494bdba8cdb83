/// A picture as pixels: premultiplied BGRA in sRGB, rows without gaps, top row first.
package struct Bitmap: Sendable {
  package let size: PixelSize
  /// One pixel a word: alpha in the highest byte, then red, green, blue.
  package let pixels: [UInt32]
  package let isOpaque: Bool

  package init(size: PixelSize, pixels: [UInt32], isOpaque: Bool) {
    precondition(pixels.count == size.width * size.height, "a bitmap has as many pixels as its size says")
    self.size = size
    self.pixels = pixels
    self.isOpaque = isOpaque
  }
}
