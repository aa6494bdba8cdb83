internal import Primitives

/// How a picture must be turned to stand upright: the number EXIF gives it, 1 to 8.
struct Orientation: Equatable {
  let number: Int

  static let upright = Orientation(number: 1)

  /// Finds the orientation in an EXIF block (a small TIFF file); upright if it doesn't say, or lies.
  init(exif: ArraySlice<UInt8>) {
    number = Orientation.search(ByteView(exif)) ?? 1
  }

  /// What isn't from 1 to 8 is upright.
  init(_ number: Int) { self.number = (1...8).contains(number) ? number : 1 }

  private init(number: Int) { self.number = number }

  /// The size it has upright.
  func display(_ size: PixelSize) -> PixelSize {
    number >= 5 ? PixelSize(width: size.height, height: size.width) : size
  }

  private static func search(_ view: ByteView) -> Int? {
    let isLittle = view.holds("II*\0", at: 0)
    guard isLittle || view.holds("MM\0*", at: 0) else { return nil }
    func word(_ at: Int) -> Int? {
      view.big16(at).map { isLittle ? ($0 & 255) << 8 | $0 >> 8 : $0 }
    }
    func long(_ at: Int) -> Int? {
      guard let first = word(at), let second = word(at + 2) else { return nil }
      return isLittle ? second << 16 | first : first << 16 | second
    }
    guard let directory = long(4), let entries = word(directory) else { return nil }
    for entry in 0..<entries {
      let start = directory + 2 + entry * 12
      guard let tag = word(start) else { return nil }
      // Orientation is tag 0x112, one short (type 3), found in the first two bytes of its value.
      if tag == 0x112, word(start + 2) == 3, let value = word(start + 8) {
        return (1...8).contains(value) ? value : nil
      }
    }
    return nil
  }
}
