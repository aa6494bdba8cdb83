import Primitives

extension UInt32 {
  static func opaque(red: Int, green: Int, blue: Int) -> UInt32 {
    0xFF00_0000 | UInt32(red & 255) << 16 | UInt32(green & 255) << 8 | UInt32(blue & 255)
  }

  /// Blue, green, red and alpha.
  var channels: [Int] { [channel(0), channel(1), channel(2), channel(3)] }

  func channel(_ index: Int) -> Int { Int(self >> UInt32(index * 8) & 255) }

  init(channels: [Int]) {
    self = zip(channels, [0, 8, 16, 24]).reduce(0) { $0 | UInt32($1.0) << UInt32($1.1) }
  }

  func distance(to other: UInt32) -> Int {
    if self == other { return 0 }
    return (0..<4).reduce(0) { Swift.max($0, abs(channel($1) - other.channel($1))) }
  }
}

extension Bitmap {
  static func drawn(width: Int, height: Int, _ color: (Int, Int) -> UInt32) -> Bitmap {
    let pixels = (0..<width * height).map { color($0 % width, $0 / width) }
    return Bitmap(size: PixelSize(width: width, height: height), pixels: pixels, isOpaque: true)
  }

  /// Every pixel for itself; with holes, premultiplied.
  static func noise(width: Int, height: Int, seed: UInt64, isOpaque: Bool) -> Bitmap {
    let noise = Noise(seed: seed)
    let pixels = (0..<width * height).map { index -> UInt32 in
      let alpha = isOpaque ? 255 : Int(noise.value(4 * index + 3) * 256)
      let color = (0..<3).map { Int(noise.value(4 * index + $0) * Double(alpha + 1)) }
      return UInt32(channels: color + [alpha])
    }
    return Bitmap(size: PixelSize(width: width, height: height), pixels: pixels, isOpaque: isOpaque)
  }

  subscript(x: Int, y: Int) -> UInt32 { pixels[y * size.width + x] }

  /// The largest difference of any channel.
  func distance(to other: Bitmap) -> Int {
    size == other.size ? zip(pixels, other.pixels).map { $0.distance(to: $1) }.max() ?? 0 : 256
  }

  /// How many pixels aren't one of a color.
  func count(differingFrom color: UInt32) -> Int { pixels.count { $0 != color } }
}
