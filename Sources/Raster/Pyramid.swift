import Primitives
import Synchronization

/// A picture at several scales, each half the one before, so that a frame always samples one of
/// them at a scale between ½ and 1.
///
/// Level 0 is the picture; level 1 is half as large; level −1 is twice as large. Levels are made
/// when they are first needed, and kept.
final class Pyramid: Sendable {
  let size: PixelSize
  private let levels: Mutex<[Int: PixelPlane]>
  private let soft = Mutex<PixelPlane?>(nil)

  /// Enlarging stops where a level would have more pixels than this.
  private static let largestLevel = 50_000_000
  /// The longer side of the level from which the blurred copy is made, at most.
  private static let softSide = 512

  init(_ bitmap: Bitmap) {
    size = bitmap.size
    levels = Mutex([0: PixelPlane(bitmap)])
  }

  /// The level to sample when the picture is shown at a scale, and its number.
  func level(forScale scale: Double) -> (plane: PixelPlane, number: Int) {
    let number = levelNumber(forScale: scale)
    return levels.withLock { (Pyramid.level(number, in: &$0), number) }
  }

  /// A soft, small copy, and the number of the level it takes the place of.
  func blurred() -> (plane: PixelPlane, number: Int) {
    var number = 0
    while max(size.width, size.height) >> number > Pyramid.softSide { number += 1 }
    let plane = soft.withLock { soft in
      if let soft { return soft }
      let source = levels.withLock { Pyramid.level(number, in: &$0) }
      let made = source.blurred(radius: max(1, max(source.size.width, source.size.height) / 28))
      soft = made
      return made
    }
    return (plane, number)
  }

  var byteCount: Int { levels.withLock { $0.values.reduce(0) { $0 + $1.byteCount } } }

  /// What a picture takes at most once it was shown at a scale: its levels, and decoding it.
  static func bytes(of size: PixelSize, at scale: Double) -> Int {
    let area = size.width * size.height
    let enlarged = max(0, -levelNumber(size, forScale: scale))
    // As it comes, 6 bytes a pixel, beside the first level; smaller levels add up to a third of one.
    return max(area * 10, (0...enlarged).reduce(area * 2) { $0 + area << (2 * $1 + 2) })
  }

  private func levelNumber(forScale scale: Double) -> Int { Pyramid.levelNumber(size, forScale: scale) }

  private static func levelNumber(_ size: PixelSize, forScale scale: Double) -> Int {
    var number = 0
    var rest = scale
    while rest <= 0.5, max(size.width, size.height) >> number > 1 {
      rest *= 2
      number += 1
    }
    let area = size.width * size.height
    while rest > 1, number > -2, area << (2 * (1 - number)) <= Pyramid.largestLevel {
      rest /= 2
      number -= 1
    }
    return number
  }

  /// Nearer levels first: each is made from its neighbour.
  private static func level(_ number: Int, in levels: inout [Int: PixelPlane]) -> PixelPlane {
    if let level = levels[number] { return level }
    let made = number > 0 ? level(number - 1, in: &levels).halved : level(number + 1, in: &levels).doubled
    levels[number] = made
    return made
  }
}
